import Definitions
import Expressions
import Tables

/// The median days to an end as Kaplan and Meier count them, with window sums: at each length the rows still at risk, the
/// share of them that ended, and the product of what is left so far.
extension FigurePrinter {
    /// A row's length in local days, up to the as-of while it has not ended; unknown where negative.
    func lengthColumns(from: TypedExpression, until: TypedExpression, _ printer: ExpressionPrinter) throws -> [String] {
        let end = try printer.localDay(until)
        let asOf = "(select \"as_of_day\" from \(quoted(KeptTable.facts)))"
        return [
            "nullif(greatest(coalesce(\(end), \(asOf)) - \(try printer.localDay(from)), -1), -1) as \"value\"",
            "\(end) is not null as \"has_ended\"",
        ]
    }

    func survivalQueries() -> [Query] {
        let key = Self.periodKey("p")
        // Day 0 is always there: rows of which nothing is known may have ended on it.
        let lengths = """
              select \(Self.periodKey("l")), l."length",
                sum(l."ended") as "ended", sum(l."open") as "open",
                sum(l."certain_ended") as "certain_ended", sum(l."certain_open") as "certain_open"
              from (
                select \(key), m."value" as "length",
                  case when m."has_ended" then 1 else 0 end as "ended", case when m."has_ended" then 0 else 1 end as "open",
                  case when m."is_certain" and m."has_ended" then 1 else 0 end as "certain_ended",
                  case when m."is_certain" and not m."has_ended" then 1 else 0 end as "certain_open"
                from \(quoted(named("by period"))) p
                join \(quoted(named("each member"))) m on m."dimension" = p."dimension" and m."member" = p."member"
                  and m."day" \(rankedDays)
                where m."is_counted" and m."outcome" = 'hit'
                union all
                select \(key), 0, 0, 0, 0, 0 from \(quoted(named("by period"))) p
              ) l
              group by \(Self.periodKey("l")), l."length"
            """
        let longer = "over (partition by \(Self.periodKey("l")) order by l.\"length\" desc)"
        let sooner = "case when l.\"length\" = 0 then \(Self.unknownValues) else 0 end"
        let atRisk = """
              select \(Self.periodKey("l")), l."length",
                l."ended", sum(l."ended" + l."open") \(longer) as "at_risk",
                l."certain_ended" + \(sooner) as "ended_soonest",
                sum(l."certain_ended" + l."certain_open") \(longer) + \(sooner) as "at_risk_soonest",
                l."certain_ended" as "ended_latest",
                sum(l."certain_ended" + l."certain_open") \(longer) + \(Self.unknownValues) as "at_risk_latest"
              from \(quoted(named("each length"))) l
              join \(quoted(named("by period"))) p on \(Self.samePeriod("p", "l"))
            """
        let sofar = "over (partition by \(Self.periodKey("l")) order by l.\"length\")"
        func left(_ which: String) -> String {
            let (ended, atRisk) = ("l.\"ended\(which)\"", "l.\"at_risk\(which)\"")
            return
                "case when \(ended) = \(atRisk) then 0 else exp(sum(ln(cast(nullif(\(atRisk) - \(ended), 0) as \(dialect.double)) / nullif(\(atRisk), 0))) \(sofar)) end"
        }
        let survival = """
              select \(Self.periodKey("l")), l."length",
                \(left("")) as "left",
                \(left("_soonest")) as "left_soonest",
                \(left("_latest")) as "left_latest",
                l."at_risk", l."at_risk_soonest", l."at_risk_latest"
              from \(quoted(named("at risk"))) l
            """
        func median(_ which: String) -> String {
            "min(s.\"length\") filter (where s.\"at_risk\(which)\" > 0 and s.\"left\(which)\" <= 0.5 + 1e-9)"
        }
        let found = """
              select p.*, f."median", f."soonest", f."latest"
              from \(quoted(named("by period"))) p
              join (
                select \(Self.periodKey("s")), \(median("")) as "median",
                  \(median("_soonest")) as "soonest", \(median("_latest")) as "latest"
                from \(quoted(named("still open"))) s
                group by \(Self.periodKey("s"))
              ) f on \(Self.samePeriod("f", "p"))
            """
        return [
            (named("each length"), lengths), (named("at risk"), atRisk), (named("still open"), survival),
            (named("by length"), found),
        ]
    }

    func survivalNumbers() -> Numbers {
        Numbers(
            statistic: "'survival_median'", value: "p.\"median\"", numerator: "p.\"ended\"", lowest: "p.\"soonest\"",
            highest: "p.\"latest\"", from: "\(quoted(named("by length"))) p")
    }
}
