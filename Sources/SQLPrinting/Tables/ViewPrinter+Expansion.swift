import Definitions
import Expressions
import Tables

/// Several rows for each row of another table (LANGUAGE X12 to X14). A row whose condition or beginning is unknown gives
/// doubtful rows, which count in bounds only.
extension ViewPrinter {
    func add(_ expansion: Expansion, over from: String, to queries: inout ViewQueries) throws {
        let printer = ExpressionPrinter(catalogue, dialect, over: from, as: "t")
        let source = "\(table.name) source"
        queries.add(source, try expandedRows(expansion, from, printer))
        let anchor = quoted(ColumnName.stored(expansion.anchor, .time))
        let isDoubtful = quoted(ColumnName.doubt(of: table.name))
        func rows(_ anchorText: String, _ more: String, _ doubt: String, _ rest: String) -> String {
            "  select t.*, \(anchorText) as \(anchor)\(more),\n    \(doubt) as \(isDoubtful)\n  from \(quoted(source)) t\(rest)"
        }
        queries.add(stepName(0), try parts(of: expansion, rows).joined(separator: "\n  union all\n"))
    }

    /// A column of ours that no other table's rows can have.
    private func name(_ column: String) -> String { quoted("\(table.name) \(column)") }

    /// The rows to expand, with the ends of their intervals; the as-of cuts them.
    private func expandedRows(
        _ expansion: Expansion, _ from: String, _ printer: ExpressionPrinter
    ) throws -> String {
        var columns = ["t.*"]
        // A record of which nothing could be read may be one of the rows, whatever the condition makes of its empty cells.
        let isExpanded = try table.filter.map { "case when t.\"row_state\" <> 2 then \(try printer.print($0)) end" }
        columns.append("\(isExpanded ?? "true") as \(name("is expanded"))")
        let bounds: (from: TypedExpression, until: TypedExpression?)
        switch expansion {
        case .points(let from, let until, let every, as: _):
            bounds = (from, until)
            columns.append("\(try printer.print(every)) as \(name("every"))")
        case .open(let from, let until, let ended, at: _, as: _):
            bounds = (from, until)
            columns.append("\(try ended.map { try printer.print($0) } ?? "false") as \(name("has ended"))")
        case .hours(let from, let until, as: _, amount: _): bounds = (from, until)
        }
        columns.append("\(try printer.print(bounds.from)) as \(name("begins"))")
        let until = try bounds.until.map { try printer.print($0) } ?? "cast(null as \(dialect.bigInteger))"
        columns.append("\(until) as \(name("ends"))")
        let facts = quoted(KeptTable.facts)
        return """
              select t.*, coalesce(least(t.\(name("ends")), f."as_of_ms"), f."as_of_ms") as \(name("cut")), f."as_of_ms" as \(name("as of"))
              from (
                select \(columns.joined(separator: ",\n      "))
                from \(quoted(from)) t
              ) t cross join \(facts) f
              where coalesce(t.\(name("is expanded")), true)
            """
    }

    private typealias RowsText = (_ anchor: String, _ more: String, _ doubt: String, _ rest: String) -> String

    private func parts(of expansion: Expansion, _ rows: RowsText) throws -> [String] {
        let isUnknown = "t.\(name("is expanded")) is null"
        let unknown = "cast(null as \(dialect.bigInteger))"
        switch expansion {
        case .points:
            return [
                rows(
                    "t.\(name("begins")) + k.\"k\" * t.\(name("every"))", "", isUnknown,
                    "\n  cross join lateral (select unnest(range(1, 1 + \(dialect.divideWhole("(t.\(name("cut")) - t.\(name("begins")) - 1)", "t.\(name("every"))")))) as \"k\") k"
                        + "\n  where t.\(name("begins")) < t.\(name("as of")) and t.\(name("every")) > 0 and t.\(name("cut")) > t.\(name("begins"))"
                ),
                rows(
                    unknown, "", "true",
                    "\n  where t.\(name("begins")) is null or (t.\(name("begins")) < t.\(name("as of")) and not coalesce(t.\(name("every")) > 0, false))"
                ),
            ]
        case .open(_, _, _, at: let instants, as: _):
            let schema = catalogue.root(of: table.name)?.name ?? ""
            // It has, or may have, ended at a time that nobody wrote down.
            let doubt = "\(isUnknown) or (t.\(name("ends")) is null and coalesce(t.\(name("has ended")), true))"
            return [
                rows(
                    "i.\"instant\"", "", doubt,
                    "\n  join (\n\(self.instants(instants, of: schema))\n  ) i on i.\"instant\" >= t.\(name("begins")) and i.\"instant\" < t.\(name("cut"))"
                ),
                rows(unknown, "", "true", "\n  where t.\(name("begins")) is null"),
            ]
        case .hours(_, _, as: _, amount: let part):
            let hours = quoted(KeptTable.hours)
            func amount(_ text: String) -> String { ", \(text) as \(quoted(ColumnName.stored(part, .duration)))" }
            return [
                rows(
                    "h.\"from_ms\"",
                    amount("least(h.\"until_ms\", t.\(name("cut"))) - greatest(h.\"from_ms\", t.\(name("begins")))"),
                    isUnknown,
                    "\n  join \(hours) h on h.\"until_ms\" > t.\(name("begins")) and h.\"from_ms\" < t.\(name("cut"))"
                        + "\n  where t.\(name("ends")) >= t.\(name("begins")) and t.\(name("cut")) > t.\(name("begins"))"
                ),
                rows(
                    "h.\"from_ms\"", amount(unknown), isUnknown,
                    "\n  join \(hours) h on t.\(name("begins")) >= h.\"from_ms\" and t.\(name("begins")) < h.\"until_ms\""
                        + "\n  where t.\(name("begins")) < t.\(name("as of")) and not coalesce(t.\(name("ends")) >= t.\(name("begins")), false)"
                ),
                rows(unknown, amount(unknown), "true", "\n  where t.\(name("begins")) is null"),
            ]
        }
    }

    /// The last millisecond of hours, days, months or weeks from the first day of the data, and the last before the as-of.
    private func instants(_ instants: Expansion.Instants, of schema: String) -> String {
        let days = quoted(CoverageView.days(schema))
        let (rows, condition) =
            instants == .hour
            ? (quoted(KeptTable.hours), "true") : (quoted(KeptTable.calendar), instants.closes("c", asOf: "f"))
        return """
                select c."until_ms" - 1 as "instant"
                from \(rows) c cross join \(days) d cross join \(quoted(KeptTable.facts)) f
                where c."day" between d."first_day" and f."as_of_day" and \(condition)
            """
    }
}

extension Expansion.Instants {
    /// Whether the end of a day of the calendar is an instant; that of the as-of always is.
    func closes(_ calendar: String, asOf facts: String) -> String {
        let isLast = "\(calendar).\"day\" = \(facts).\"as_of_day\""
        return switch self {
        case .hour, .day: "true"
        case .monthEnd: "(\(calendar).\"is_month_end\" or \(isLast))"
        case .periodEnd: "(\(calendar).\"is_month_end\" or \(calendar).\"weekday\" = 6 or \(isLast))"
        case .asOf: "\(isLast)"
        }
    }
}
