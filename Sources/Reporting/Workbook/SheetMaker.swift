import Compute
import Definitions
import Spreadsheet
import Tables

/// Builds the rows of one sheet. A table without rows says so in its first row: a workbook has no empty tables.
struct SheetMaker {
    let name: String
    let title: String
    let table: String
    let columns: [Sheet.Column]
    private(set) var rows: [[Cell]] = []

    init(_ name: String, title: String, table: String, columns: [(String, Double)]) {
        self.name = name
        self.title = title
        self.table = table
        self.columns = columns.map { Sheet.Column($0.0, width: $0.1) }
    }

    mutating func add(_ cells: [Cell]) { rows.append(cells) }

    /// The sheet with the lines above its table.
    func sheet(_ material: PageMaterial, notes: [String]) -> Sheet {
        let header = material.header
        let none = [Cell.text("None")] + Array(repeating: Cell.absent("[z]"), count: columns.count - 1)
        return Sheet(
            name: name, title: "\(title), \(header.force)", marking: header.marking,
            notes: ["Data to \(Period.text(header.asOf)), run \(header.run)."] + notes
                + ["This sheet holds one table. The sheet Notes explains the shorthand in square brackets."],
            table: table, columns: columns, rows: rows.isEmpty ? [none] : rows)
    }
}

extension Cell {
    /// A count, or that the question does not arise.
    static func count(_ count: Int?) -> Cell { count.map { .number(Double($0), decimals: 0) } ?? .absent("[z]") }

    /// Words, or that there are none to be had.
    static func words(_ text: String?) -> Cell {
        guard let text, !text.isEmpty else { return .absent("[z]") }
        return .text(text)
    }

    /// A number that belongs to a figure, with the figure's own decimals.
    static func number(_ number: Double?, like decimals: Int, of row: FigureRow) -> Cell {
        guard let number, number.isFinite else { return .absent(row.state == .suppressed ? "[c]" : "[z]") }
        return .number(number, decimals: decimals)
    }
}

extension FigureRow {
    /// The value with as many decimals as it is shown with anywhere else, or the shorthand for why there is none.
    func valueCell(_ unit: Unit) -> (cell: Cell, decimals: Int) {
        guard let value, value.isFinite else { return (.absent(shorthand), 1) }
        let decimals = decimals(in: displayText(self, unit: unit) ?? "")
        // More than nothing that would still read 0.
        if decimals >= 12, abs(value) < 1e-12, value != 0 { return (.absent("[low]"), 1) }
        return (.number(value, decimals: decimals), decimals)
    }

    /// A numerator is a count, or a sum of times with the figure's decimals.
    func numeratorCell(_ decimals: Int) -> Cell {
        let isWhole = numerator.map { $0 == $0.rounded() } ?? true
        return .number(numerator, like: isWhole ? 0 : max(1, decimals), of: self)
    }

    var denominatorCell: Cell { .number(denominator.map(Double.init), like: 0, of: self) }

    /// Rows that were left out for whatever reason.
    var leftOutCell: Cell {
        guard let missing, let notDue, let excluded else { return .number(nil, like: 0, of: self) }
        return .count(missing + notDue + excluded)
    }

    /// The letters that public bodies write in place of a number.
    private var shorthand: String {
        switch state {
        case .suppressed: "[c]"
        case .empty: "[z]"
        case .ok, .part, .immature, .notSupplied, .notComputable, .leftOut: "[x]"
        }
    }

    /// `>= 90%, national`.
    func standardText(_ unit: Unit) -> String? {
        standard.map { standard in
            let upper = standard.upper.map { " to \(levelText($0, unit: unit))" } ?? ""
            return "\(standard.rule) \(levelText(standard.value, unit: unit))\(upper), \(standard.status)"
        }
    }
}

/// How many digits stand after the point of a shown number.
private func decimals(in text: String) -> Int {
    let number = text.prefix { $0 != " " && $0 != "%" }
    guard let point = number.lastIndex(of: ".") else { return 0 }
    return number.distance(from: point, to: number.endIndex) - 1
}
