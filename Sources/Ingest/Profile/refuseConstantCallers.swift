import Definitions
import Tables

extension SourceRows {
    /// Values below which a pattern may be chance.
    private static var enough: Int { 100 }

    /// One caller behind every call is a switchboard's number or a placeholder, with which every call would be a repeat:
    /// no figure may read such a column.
    mutating func refuseConstantCallers() {
        for (column, place) in zip(schema.columns, places) where column.type == .pseudonym {
            guard case .codes(let codes) = columns[place].values.unpacked else { continue }
            let filled = codes.indices.filter { fates[$0] == .accepted && codes[$0] != Missing.code }
            guard filled.count >= SourceRows.enough, let first = filled.first,
                filled.allSatisfy({ codes[$0] == codes[first] })
            else { continue }
            unusable.append(
                UnusableColumn(
                    table: schema.name, column: column.name,
                    because: "has the same value in all \(grouped(filled.count)) rows"))
        }
    }
}
