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
        var starts: [UInt32] = []
        var ends: [UInt32] = []
        starts.reserveCapacity(cells.count)
        ends.reserveCapacity(cells.count)
        var cache = CellCache<Range<UInt32>?>()
        let source = cells.text
        var known = 0
        for row in 0..<cells.count {
            let start = cells.starts[row]
            guard start != CellColumn.missing else {
                starts.append(CellColumn.missing)
                ends.append(CellColumn.missing)
                continue
            }
            let range = cache.result(of: source, Int(start)..<Int(cells.ends[row])) { cell -> Range<UInt32>? in
                guard let other = replacement(of: cell) else { return nil }
                let begin = UInt32(text.count)
                text += other
                return begin..<UInt32(text.count)
            }
            if range == nil { faults.add(.noReference, row: row) } else { known += 1 }
            // A reference that leads to nothing is a missing value, not an empty one.
            let isMissing = range?.isEmpty ?? true
            starts.append(isMissing ? CellColumn.missing : range?.lowerBound ?? CellColumn.missing)
            ends.append(isMissing ? CellColumn.missing : range?.upperBound ?? CellColumn.missing)
        }
        let labels = LabelTally(known: known, cache.occurrences { $0 == nil })
        return (CellColumn(text: text, starts: starts, ends: ends), labels)
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
