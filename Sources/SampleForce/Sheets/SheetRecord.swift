/// A record of one of the smaller systems' exports, whose columns are named by their headers.
protocol SheetRecord: SendableMetatype {
    associatedtype Column: Hashable, CaseIterable, RawRepresentable, Sendable where Column.RawValue == String

    /// What planted faults have done to it.
    var marks: SheetMarks<Column> { get set }

    func cell(_ column: Column) -> String
}

/// What planted faults have done to a record.
struct SheetMarks<Column: Hashable & Sendable>: Sendable {
    /// Cells that say something else than is true.
    var cells: [Column: String] = [:]
    var fate = Row.Fate.accepted
    /// Belongs to a story or has a fault, so that no other may be planted on it.
    var isTaken = false
}

extension SheetRecord {
    static var headers: [String] { Column.allCases.map(\.rawValue) }

    var isAccepted: Bool { marks.fate == .accepted }

    func line(_ delimiter: String) -> String {
        Column.allCases.map { column in
            let text = marks.cells[column] ?? cell(column)
            guard text.contains(delimiter) || text.contains("\"") else { return text }
            return "\"" + text.replacing("\"", with: "\"\"") + "\""
        }
        .joined(separator: delimiter)
    }
}
