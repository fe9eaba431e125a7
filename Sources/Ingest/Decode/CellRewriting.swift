import Definitions
import Tables

/// Turns cells into other texts before they are decoded: a reference table, then the mapping's `values` for types that
/// have no list of values of their own.
struct CellRewriting: Sendable {
    private let reference: [[UInt8]: [UInt8]]?
    private let values: [[UInt8]: [UInt8]]

    /// Nothing when there is nothing to rewrite.
    init?(_ mapping: ColumnMapping) {
        switch mapping.form {
        case .category, .flag: values = [:]
        default: values = CellRewriting.folding(mapping.values)
        }
        reference = mapping.through.map { CellRewriting.folding($0.entries) }
        if reference == nil, values.isEmpty { return nil }
    }

    private static func folding(_ entries: [String: String]) -> [[UInt8]: [UInt8]] {
        var result: [[UInt8]: [UInt8]] = [:]
        // Labels that differ only in case fold into one; sorted, so that which of them wins never varies.
        for (label, value) in entries.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            let label = folded(label)
            if result[label] == nil { result[label] = Array(value.utf8) }
        }
        return result
    }

    /// The cells as texts of their own. A cell that the reference table does not have is V07 and missing.
    func rewritten(_ cells: CellColumn, _ faults: inout FaultList) -> (cells: CellColumn, labels: LabelTally) {
        var text: [UInt8] = []
        var places: [RecordBatch.Cell] = []
        places.reserveCapacity(cells.count)
        var cache = CellCache<RecordBatch.Cell?>()
        let source = cells.text
        var known = 0
        for row in 0..<cells.count {
            let cell = cells[row]
            guard !cell.isMissing else {
                places.append(.missing)
                continue
            }
            let place = cache.result(of: source, cell.range) { cell -> RecordBatch.Cell? in
                guard let other = replacement(of: cell) else { return nil }
                let begin = UInt32(text.count)
                text += other
                return RecordBatch.Cell(start: begin, end: UInt32(text.count))
            }
            if place == nil { faults.add(.noReference, row: row) } else { known += 1 }
            // A reference that leads to nothing is a missing value, not an empty one.
            places.append(place.map { $0.start == $0.end ? .missing : $0 } ?? .missing)
        }
        let labels = LabelTally(known: known, cache.occurrences { $0 == nil })
        return (CellColumn(text: text, places: places), labels)
    }

    private func replacement(of cell: ArraySlice<UInt8>) -> [UInt8]? {
        var text = Array(cell)
        if let reference {
            guard let found = reference[folded(cell)] else { return nil }
            text = found
        }
        return values[folded(text[...])] ?? text
    }
}
