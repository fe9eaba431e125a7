import Definitions
import Expressions
import Tables

/// Rows counted by day and member, then by period and member.
extension FigurePrinter {
    /// What is counted of each group; `c…` are certain rows and `d…` doubtful ones, `…1` hits, `…0` misses, `…n` unknown.
    private var counts: [(name: String, condition: String)] {
        let outcome = "m.\(quoted(isBanded ? "place" : "outcome"))"
        return [
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
            ("candidates", "m.\"is_dated\" and m.\"row_state\" = 0"),
        ]
    }

    private var isSummed: Bool {
        switch figure.measure {
        case .mean, .sum: true
        default: false
        }
    }

    var isBanded: Bool { if case .bands = figure.measure { true } else { false } }

    func byDay() -> String {
        var columns = counts.map { "count(*) filter (where \($0.condition)) as \(quoted($0.name))" }
        if isSummed {
            columns.append("sum(m.\"value\") filter (where m.\"is_counted\" and m.\"outcome\" = 'hit') as \"total\"")
            columns.append(
                "sum(m.\"value\") filter (where m.\"is_certain\" and m.\"outcome\" = 'hit') as \"certain_total\"")
        }
        let group =
            "m.\"dimension\", m.\"member\", m.\"from_day\", m.\"to_day\", m.\"is_dated\""
            + (isBanded ? ", m.\"statistic\"" : "")
        return
            "  select \(group),\n    \(columns.joined(separator: ",\n    "))\n  from \(memberRows)\n  group by \(group)"
    }

    /// Rows to count; one for each band when there are bands.
    private var memberRows: String {
        guard case .bands(of: let value, let edges, let isLeftClosed) = figure.measure else {
            return "\(quoted(named("each member"))) m"
        }
        let ends: [Int64?] = [nil] + edges + [nil]
        func text(_ edge: Int64?) -> String { edge.map(String.init) ?? "cast(null as \(dialect.bigInteger))" }
        let rows = (0...edges.count).map { band in
            let label = "share:" + bandLabel(from: ends[band], to: ends[band + 1], value.type, isLeftClosed)
            return "(\(literal(label)), \(text(ends[band])), \(text(ends[band + 1])))"
        }
        let (above, below) = isLeftClosed ? (">=", "<") : (">", "<=")
        return """
            (
                select r.*, b."statistic",
                  case when r."outcome" = 'unknown' then 'unknown'
                    when (b."low" is null or r."value" \(above) b."low") and (b."high" is null or r."value" \(below) b."high")
                    then 'hit' else 'miss' end as "place"
                from \(quoted(named("each member"))) r
                cross join (values \(rows.joined(separator: ", "))) b("statistic", "low", "high")
              ) m
            """
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
            isBanded
            ? "  select 'all' as \"dimension\", 'all' as \"member\", b.\"statistic\" from (\(bandNames)) b"
            : "  select 'all' as \"dimension\", 'all' as \"member\""
        let columns = "d.\"dimension\", d.\"member\"" + (isBanded ? ", d.\"statistic\"" : "")
        let others = figures.map { figure in
            "  select \(columns) from \(quoted(figure.named("by day"))) d\n"
                + "  group by \(columns) having sum(d.\"candidates\") > 0"
        }
        return ([all] + others).joined(separator: "\n  union\n")
    }

    private var bandNames: String {
        guard case .bands(of: let value, let edges, let isLeftClosed) = figure.measure else { return "" }
        let ends: [Int64?] = [nil] + edges + [nil]
        let names = (0...edges.count).map { band in
            "(" + literal("share:" + bandLabel(from: ends[band], to: ends[band + 1], value.type, isLeftClosed)) + ")"
        }
        return "select * from (values \(names.joined(separator: ", "))) n(\"statistic\")"
    }

    /// The periods that are reported; for what is open at an instant with the day of its last one, whose rows alone count
    /// (LANGUAGE 9.A rule 8). Hours are averaged instead.
    private var periods: String {
        let view = quoted(CoverageView.periods(schema.name))
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

    func byPeriod() -> String {
        var columns = counts.dropLast().map { "coalesce(sum(d.\(quoted($0.name))), 0) as \(quoted($0.name))" }
        if isSummed {
            columns.append("coalesce(sum(d.\"total\"), 0) as \"total\"")
            columns.append("coalesce(sum(d.\"certain_total\"), 0) as \"certain_total\"")
        }
        var key = ["period_type", "period", "first_day", "last_day", "from_day", "to_day", "state"]
        if let instants, instants != .hour { key.append("taken_day") }
        let period = key.map { "p.\(quoted($0))" }.joined(separator: ", ")
        let statistic = isBanded ? ", w.\"statistic\"" : ""
        return """
              select \(period), w."dimension", w."member"\(statistic),
                \(columns.joined(separator: ",\n    "))
              from \(periods)
              join \(asked) k("dimension", "period_type") on k."period_type" = p."period_type"
              join "each one" w on w."dimension" = k."dimension"
              left join \(quoted(named("by day"))) d on d."dimension" = w."dimension" and d."member" = w."member"\(isBanded ? " and d.\"statistic\" = w.\"statistic\"" : "")
                and \(isInPeriod)
              group by \(period), w."dimension", w."member"\(statistic)
            """
    }
}
