import Definitions
import Tables

extension SourceRows {
    /// Values below which a pattern may be chance.
    private static var enough: Int { 100 }

    /// Notices columns that are not what they claim to be: times without seconds, callers who are all the same.
    mutating func observeColumns(zone: ZoneTable) {
        for (column, place) in zip(schema.columns, places) {
            switch column.type {
            case .time: observeTime(column, place, zone)
            case .pseudonym: observeCallers(column, place)
            default: break
            }
        }
    }

    /// A column is as coarse as its values, whatever its format: seconds that are always 00 were not recorded.
    private mutating func observeTime(_ column: SchemaDefinition.Column, _ place: Int, _ zone: ZoneTable) {
        let declared = columns[place].resolution ?? 1000
        let values = columns[place].values.widened()
        let filled = values.indices.filter { fates[$0] == .accepted && values[$0] != Missing.integer }
        guard !filled.isEmpty else { return }
        var observed = declared
        if filled.count >= SourceRows.enough {
            if filled.allSatisfy({ floorDivide(zone.local(values[$0]), 86_400_000) * 86_400_000 == zone.local(values[$0]) }) {
                observed = max(declared, 86_400_000)
            } else if filled.allSatisfy({ values[$0] % 60_000 == 0 }) {
                observed = max(declared, 60_000)
            }
        }
        guard observed >= 60_000 else { return }
        let word = observed >= 86_400_000 ? "day" : "minute"
        let count = grouped(filled.count)
        let message =
            observed > declared
            ? "\(definition.name): all \(count) values of \(column.name) are whole \(word)s, so it is read as recorded to the \(word)"
            : "\(definition.name): \(column.name) is recorded to the \(word)"
        columns[place] = DecodedSource.Column(
            name: column.name, type: column.type, resolution: observed, values: columns[place].values)
        findings.append(
            Diagnostic(
                .warning, code: observed >= 86_400_000 ? "E0422" : "E0421", message,
                at: definition.location,
                help: "figures that need finer times are not computable; ask the supplier for the time in seconds"))
    }

    /// One caller behind every call is a switchboard's number or a placeholder; every call would be a repeat.
    private mutating func observeCallers(_ column: SchemaDefinition.Column, _ place: Int) {
        guard case .codes(let codes) = columns[place].values else { return }
        let filled = codes.indices.filter { fates[$0] == .accepted && codes[$0] != Missing.code }
        guard filled.count >= SourceRows.enough, let first = filled.first,
            filled.allSatisfy({ codes[$0] == codes[first] })
        else { return }
        let count = grouped(filled.count)
        unusable.append(
            UnusableColumn(table: schema.name, column: column.name, because: "has the same value in all \(count) rows"))
        findings.append(
            Diagnostic(
                .warning, code: "E0423",
                "\(definition.name): \(column.name) has the same value in all \(count) rows that have one", at: definition.location,
                help: "declare the placeholder under `withheld`, or map the column that holds the caller's own number"))
    }
}
