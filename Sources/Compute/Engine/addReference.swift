import Definitions
import Tables

extension Engine {
    /// A table of the definitions. Its rows are accepted like those of an export without faults.
    mutating func addReference(_ reference: ReferenceTable) {
        var stored: [String: Column] = [:]
        for (place, column) in reference.columns.enumerated() {
            stored[column.name] = self.column(column.type, reference.rows.map { $0[place] })
        }
        let name = EngineTable.name(of: .reference(reference.name))
        var table = EngineTable(
            name: name, definition: nil, parent: nil, parentRows: nil, rowCount: reference.rows.count,
            rejected: Array(repeating: 0, count: reference.rows.count), expressions: [:], stored: stored)
        table.types = Dictionary(uniqueKeysWithValues: reference.columns.map { ($0.name, $0.type) })
        if let validity = reference.validity, let from = stored[validity.from], let until = stored[validity.until] {
            table.spans = ValiditySpans(from: from, until: until)
        }
        tables[name] = table
    }

    private func column(_ type: ValueType, _ cells: [ReferenceTable.Cell]) -> Column {
        let values = cells.map { cell in
            switch cell {
            case .missing: Missing.integer
            case .text(let text): Int64(code(text))
            case .integer(let value): value
            }
        }
        return if type.isText {
            .codes(values.map { $0 == Missing.integer ? Missing.code : Int32($0) })
        } else if type == .flag {
            .flags(values.map { $0 == Missing.integer ? Missing.flag : UInt8($0) })
        } else {
            .integers(values)
        }
    }
}
