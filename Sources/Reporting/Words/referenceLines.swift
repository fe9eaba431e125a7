package import Definitions
import Expressions
package import Tables

/// A table of fixed rows as a reader needs it: whose it is, and what it says on a day, at most `limit` rows.
package func referenceLines(_ table: ReferenceTable, on day: CivilDate, limit: Int = 12) -> [String] {
    let dates = table.validity.map { [$0.from, $0.until] } ?? []
    let shown = table.columns.indices.filter { !dates.contains(table.columns[$0].name) }
    let keys = shown.filter { table.key.contains(table.columns[$0].name) }
    let values = shown.filter { !table.key.contains(table.columns[$0].name) }
    let rows = table.rows.filter { isInForce($0, table, on: day) }
    let when = table.validity == nil ? "" : ", in force on \(day)"
    let title =
        "\(table.name) of \(table.owner)\(when): \(names(values, table)) by \(names(keys, table))"
    let lines = rows.prefix(limit).map { row in
        "  \(texts(keys, row, table).joined(separator: ", ")): \(texts(values, row, table).joined(separator: ", "))"
    }
    let rest = rows.count > limit ? ["  and \(rows.count - limit) more"] : []
    return [title] + lines + rest + (table.authority.map { ["  says who: \($0)"] } ?? [])
}

private func names(_ places: [Int], _ table: ReferenceTable) -> String {
    places.map { table.columns[$0].name }.joined(separator: ", ")
}

private func texts(_ places: [Int], _ row: [ReferenceTable.Cell], _ table: ReferenceTable) -> [String] {
    places.map { place in
        switch row[place] {
        case .missing: "(none)"
        case .text(let text): text
        case .integer(let value):
            switch table.columns[place].type {
            case .flag: value == 1 ? "yes" : "no"
            case .date: "\(CivilDate(days: Int(value)))"
            case let type: literalText(value, type)
            }
        }
    }
}

/// Dated rows hold from their first day up to, not on, their last.
private func isInForce(_ row: [ReferenceTable.Cell], _ table: ReferenceTable, on day: CivilDate) -> Bool {
    guard let validity = table.validity else { return true }
    func date(_ name: String) -> Int64? {
        guard let place = table.columns.firstIndex(where: { $0.name == name }), case .integer(let days) = row[place]
        else { return nil }
        return days
    }
    let today = Int64(day.days)
    return date(validity.from).map { $0 <= today } ?? true && date(validity.until).map { today < $0 } ?? true
}
