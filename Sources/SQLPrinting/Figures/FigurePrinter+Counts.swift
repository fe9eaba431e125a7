import Definitions
import Expressions
import Tables

/// Rows counted by day and member, then by period and member.
extension FigurePrinter {
    /// What is counted of each group; `c…` are certain rows and `d…` doubtful ones, `…1` hits, `…0` misses, `…n` unknown.
    private var counts: [(name: String, condition: String)] {
        let outcome = "m.\(quoted(hasParts ? "place" : "outcome"))"
        var counts = [
            ("hits", "m.\"is_counted\" and \(outcome) = 'hit'"),
            ("misses", "m.\"is_counted\" and \(outcome) = 'miss'"),
            ("unknown", "m.\"is_counted\" and \(outcome) = 'unknown'"),
            ("unclear", "m.\"is_dated\" and m.\"standing\" = 'condition unknown'"),
            ("not_due", "m.\"is_dated\" and m.\"standing\" = 'not due'"),
            ("excluded", "m.\"is_dated\" and m.\"standing\" = 'excluded'"),
            ("c1", "m.\"is_certain\" and \(outcome) = 'hit'"),
            ("c0", "m.\"is_certain\" and \(outcome) = 'miss'"),
            ("cn", "m.\"is_certain\" and \(outcome) = 'unknown'"),
            ("d1", "m.\"is_doubtful\" and \(outcome) = 'hit'"),
            ("d0", "m.\"is_doubtful\" and \(outcome) = 'miss'"),
            ("dn", "m.\"is_doubtful\" and \(outcome) = 'unknown'"),
            ("undated", "not m.\"is_dated\" and m.\"is_doubtful\""),
        ]
        if figure.immature != nil {
            let known = countsMissing ? "" : " and m.\"outcome\" <> 'unknown'"
            counts.append(("unfinished", "m.\"is_counted\"\(known) and m.\"is_unfinished\""))
        }
        if case .survival = figure.measure {
            counts.append(("ended", "m.\"is_counted\" and m.\"outcome\" = 'hit' and m.\"has_ended\""))
        }
        return counts
    }

    /// What is added up of each group.
    private var sums: [(name: String, text: String)] {
        var sums = counts.map { ($0.name, "count(*) filter (where \($0.condition))") }
        switch figure.measure {
        case .mean, .sum:
            sums += [("total", "is_counted"), ("certain_total", "is_certain")].map { name, rows in
                (name, "sum(m.\"value\") filter (where m.\(quoted(rows)) and m.\"outcome\" = 'hit')")
            }
        default: break
        }
        return sums
    }

    func byDay() -> String {
        let candidates = (name: "candidates", text: "count(*) filter (where m.\"is_dated\" and m.\"row_state\" = 0)")
        let columns = (sums + [candidates]).map { "\($0.text) as \(quoted($0.name))" }
        let group =
            "m.\"dimension\", m.\"member\", m.\"from_day\", m.\"to_day\", m.\"is_dated\""
            + (hasParts ? ", m.\"statistic\"" : "")
        return
            "  select \(group),\n    \(columns.joined(separator: ",\n    "))\n  from \(rowsByPart())\n  group by \(group)"
    }

    /// Which kinds of period each dimension is reported by.
    private var asked: String {
        let kinds =
            FigurePrinter.totalKinds.map { ("all", $0) }
            + dimensions.flatMap { dimension in
                (dimension.name == "hour_of_week" ? FigurePrinter.hourKinds : FigurePrinter.memberKinds).map {
                    (dimension.name, $0)
                }
            }
        return "(values \(kinds.map { "(\(literal($0.0)), \(literal($0.1)))" }.joined(separator: ", ")))"
    }

    /// Every member that some accepted row of a figure, or of either side of a difference, has on any day.
    func members(of figures: [FigurePrinter]) -> String {
        let all =
            hasParts
            ? "  select 'all' as \"dimension\", 'all' as \"member\", b.\"statistic\" from \(quoted(named(Self.parts))) b"
            : "  select 'all' as \"dimension\", 'all' as \"member\""
        let columns = "d.\"dimension\", d.\"member\"" + (hasParts ? ", d.\"statistic\"" : "")
        let others = figures.map { figure in
            "  select \(columns) from \(quoted(figure.named("by day"))) d\n"
                + "  group by \(columns) having sum(d.\"candidates\") > 0"
        }
        return ([all] + others).joined(separator: "\n  union\n")
    }

    /// The periods that are reported; for what is open at an instant with the day of its last one, whose rows alone count
    /// (LANGUAGE 9.A rule 8). Hours are averaged instead.
    var periods: String {
        let view = spine.name == schema.name ? quoted(CoverageView.periods(schema.name)) : "(\n\(periodsOfSpine)\n  )"
        guard let instants, instants != .hour else { return "\(view) p" }
        return """
            (
                select p."period_type", p."period", p."first_day", p."last_day", p."from_day", p."to_day", i."day" as "taken_day",
                  case when i."day" is null then 'empty' else p."state" end as "state"
                from \(view) p
                left join (
                  select p."period_type", p."period", max(c."day") as "day"
                  from \(view) p cross join \(quoted(KeptTable.facts)) f
                  join \(quoted(KeptTable.calendar)) c on c."day" between p."first_day" and p."to_day"
                  where \(instants.closes("c", asOf: "f"))
                  group by p."period_type", p."period"
                ) i on i."period_type" = p."period_type" and i."period" = p."period"
              ) p
            """
    }

    /// Another table's periods, with what the own data cover of them.
    private var periodsOfSpine: String {
        """
            select p."period_type", p."period", p."first_day", p."last_day",
              \(CoverageView.dayColumns),
              \(CoverageView.state) as "state"
            from \(quoted(CoverageView.periods(spine.name))) p cross join \(quoted(KeptTable.facts)) f
            left join \(quoted(CoverageView.days(schema.name))) c on true
        """
    }

    /// Whether a group of rows lies in a period.
    private var isInPeriod: String {
        let overlaps = "d.\"from_day\" <= p.\"last_day\" and d.\"to_day\" >= p.\"first_day\""
        guard let instants, instants != .hour else { return overlaps }
        return "case when d.\"is_dated\" then d.\"from_day\" = p.\"taken_day\" else \(overlaps) end"
    }

    /// The days whose rows a quantile ranks.
    var rankedDays: String {
        guard let instants, instants != .hour else { return "between p.\"first_day\" and p.\"last_day\"" }
        return "= p.\"taken_day\""
    }

    /// `members` is the query of those that are reported.
    func byPeriod(members: String) -> String {
        let columns = sums.map { "coalesce(sum(d.\(quoted($0.name))), 0) as \(quoted($0.name))" }
        var key = ["period_type", "period", "first_day", "last_day", "from_day", "to_day", "state"]
        if let instants, instants != .hour { key.append("taken_day") }
        let period = key.map { "p.\(quoted($0))" }.joined(separator: ", ")
        let statistic = hasParts ? ", w.\"statistic\"" : ""
        return """
              select \(period), w."dimension", w."member"\(statistic),
                \(columns.joined(separator: ",\n    "))
              from \(periods)
              join \(asked) k("dimension", "period_type") on k."period_type" = p."period_type"
              join \(quoted(members)) w on w."dimension" = k."dimension"
              left join \(quoted(named("by day"))) d on d."dimension" = w."dimension" and d."member" = w."member"\(hasParts ? " and d.\"statistic\" = w.\"statistic\"" : "")
                and \(isInPeriod)
              group by \(period), w."dimension", w."member"\(statistic)
            """
    }
}
