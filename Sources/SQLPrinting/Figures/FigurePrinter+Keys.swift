import Definitions
import Tables

/// Rows counted by a key, and what the counts come to: quantiles of type 7, or their mean.
extension FigurePrinter {
    func keyQueries(_ summaries: [Measure.Summary]) -> [Query] {
        let null = "cast(null as \(dialect.bigInteger))"
        let rows = summaries.map { summary in
            switch summary {
            case .quantile(let quantile):
                "(\(literal(quantile.name)), \(quantile.numerator), \(quantile.denominator))"
            case .mean(let name): "(\(literal(name)), \(null), \(null))"
            }
        }
        let keys = """
              select \(Self.periodKey("p")), m."value" as "key", count(*) as "rows"
              from \(quoted(named("by period"))) p
              join \(quoted(named("each member"))) m on m."dimension" = p."dimension" and m."member" = p."member"
                and m."day" \(rankedDays)
              where m."is_counted" and m."outcome" = 'hit'
              group by \(Self.periodKey("p")), m."value"
            """
        let ranked = """
              select k.*, row_number() over (partition by \(Self.periodKey("k")) order by k."rows") - 1 as "place"
              from \(quoted(named("each key"))) k
            """
        let places = """
              select p.*, q."statistic", q."bottom", coalesce(k."keys", 0) as "keys",
                \(dialect.divideWhole("((k.\"keys\" - 1) * q.\"top\")", "q.\"bottom\"")) as "place",
                (k."keys" - 1) * q."top" % q."bottom" as "rest"
              from \(quoted(named("by period"))) p
              left join (
                select \(Self.periodKey("k")), count(*) as "keys" from \(quoted(named("each key"))) k group by \(Self.periodKey("k"))
              ) k on \(Self.samePeriod("k", "p"))
              cross join (values \(rows.joined(separator: ", "))) q("statistic", "top", "bottom")
            """
        let found = """
              select p.*, a."rows" as "left", b."rows" as "right"
              from \(quoted(named("each place"))) p
              left join \(quoted(named("each count"))) a on \(Self.samePeriod("a", "p")) and a."place" = p."place"
              left join \(quoted(named("each count"))) b on \(Self.samePeriod("b", "p")) and b."place" = p."place" + 1
            """
        return [
            (named("each key"), keys), (named("each count"), ranked), (named("each place"), places),
            (named("by key"), found),
        ]
    }

    /// Keys are never told apart by rows that are not known, so there are no bounds.
    func keyNumbers() -> Numbers {
        let parted =
            "cast(p.\"left\" * (p.\"bottom\" - p.\"rest\") + p.\"right\" * p.\"rest\" as \(dialect.double)) / nullif(p.\"bottom\", 0)"
        let null = "cast(null as \(dialect.double))"
        return Numbers(
            statistic: "p.\"statistic\"",
            value:
                "case when p.\"bottom\" is null then \(divided("p.\"hits\"", "p.\"keys\"")) when p.\"rest\" = 0 then p.\"left\" else \(parted) end",
            numerator: "p.\"keys\"", lowest: null, highest: null, from: "\(quoted(named("by key"))) p")
    }
}
