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
            "m.\"dimension\", m.\"member\", m.\"from_day\", m.\"to_day\"" + (isBanded ? ", m.\"statistic\"" : "")
        return
            "  select \(group),\n    \(columns.joined(separator: ",\n    "))\n  from \(memberRows)\n  group by \(group)"
    }

    /// Rows to count; one for each band when there are bands.
    private var memberRows: String {
        guard case .bands(of: let value, let edges, let isLeftClosed) = figure.measure else {
            return "\"each member\" m"
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
                from "each member" r
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

    /// Every period for every member that some accepted row has, whether or not in that period.
    private var members: String {
        let all =
            isBanded
            ? "select 'all' as \"dimension\", 'all' as \"member\", b.\"statistic\" from (\(bandNames)) b"
            : "select 'all' as \"dimension\", 'all' as \"member\""
        let statistic = isBanded ? ", d.\"statistic\"" : ""
        return """
            (
                \(all)
                union
                select d."dimension", d."member"\(statistic) from "by day" d
                group by d."dimension", d."member"\(statistic) having sum(d."candidates") > 0
              ) w
            """
    }

    private var bandNames: String {
        guard case .bands(of: let value, let edges, let isLeftClosed) = figure.measure else { return "" }
        let ends: [Int64?] = [nil] + edges + [nil]
        let names = (0...edges.count).map { band in
            "(" + literal("share:" + bandLabel(from: ends[band], to: ends[band + 1], value.type, isLeftClosed)) + ")"
        }
        return "select * from (values \(names.joined(separator: ", "))) n(\"statistic\")"
    }

    func byPeriod() -> String {
        var columns = counts.dropLast().map { "coalesce(sum(d.\(quoted($0.name))), 0) as \(quoted($0.name))" }
        if isSummed {
            columns.append("coalesce(sum(d.\"total\"), 0) as \"total\"")
            columns.append("coalesce(sum(d.\"certain_total\"), 0) as \"certain_total\"")
        }
        let statistic = isBanded ? ", w.\"statistic\"" : ""
        let period =
            "p.\"period_type\", p.\"period\", p.\"first_day\", p.\"last_day\", p.\"from_day\", p.\"to_day\", p.\"state\""
        return """
              select \(period), w."dimension", w."member"\(statistic),
                \(columns.joined(separator: ",\n    "))
              from \(quoted(CoverageView.periods(schema.name))) p
              join \(asked) k("dimension", "period_type") on k."period_type" = p."period_type"
              join \(members) on w."dimension" = k."dimension"
              left join "by day" d on d."dimension" = w."dimension" and d."member" = w."member"\(isBanded ? " and d.\"statistic\" = w.\"statistic\"" : "")
                and d."from_day" <= p."last_day" and d."to_day" >= p."first_day"
              group by \(period), w."dimension", w."member"\(statistic)
            """
    }
}
