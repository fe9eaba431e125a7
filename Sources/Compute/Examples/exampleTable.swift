import Definitions
import Expressions
import Tables

/// Builds a source table from rows written as texts: what the examples of a KPI and tests use.
///
/// Times are local, `2026-03-01 10:00:00`; durations `12 s`; flags yes or no. A column not written reads as its schema
/// says, else as empty.
func exampleTable(
    _ schema: SchemaDefinition, rows: [[String: String]], zone: ZoneTable, names: inout Names,
    at location: Diagnostic.Location
) throws -> SourceTable {
    for name in Set(rows.flatMap(\.keys)).sorted() where schema.column(named: name) == nil {
        let nearest = nearestName(to: name, among: schema.columns.map(\.name))
        throw Diagnostic(
            code: "E0260", "the example has a column \(name), which \(schema.name) has not", at: location,
            help: nearest.map { "did you mean \($0)?" })
    }
    var fields: [SourceTable.Field] = []
    for column in schema.columns {
        var values: [Int64] = []
        for row in rows {
            let text = row[column.name] ?? column.absentText
            guard let text, !text.isEmpty else {
                values.append(Missing.integer)
                continue
            }
            guard let value = exampleValue(text, column.type, zone, &names) else {
                throw Diagnostic(
                    code: "E0261", "\(column.name): \"\(text)\" is no \(column.type.word)", at: location,
                    help: "times are 2026-03-01 10:00:00, durations 12 s, flags yes or no")
            }
            values.append(value)
        }
        fields.append(
            SourceTable.Field(
                name: column.name, type: column.type, isPlanned: column.isPlanned, isSensitive: column.isSensitive,
                column: .packed(values, as: column.type)))
    }
    return SourceTable(
        name: schema.name, fields: fields, rejected: Array(repeating: 0, count: rows.count),
        rowFiles: Array(repeating: 0, count: rows.count), rowOffsets: rows.indices.map(Int64.init), files: ["example"],
        key: schema.key)
}

private func exampleValue(_ text: String, _ type: ValueType, _ zone: ZoneTable, _ names: inout Names) -> Int64? {
    switch type {
    case .text, .id, .category, .pseudonym: return Int64(names.code(of: text))
    case .flag: return ["yes": 1, "true": 1, "no": 0, "false": 0][text.lowercased()]
    case .integer: return Int64(text)
    case .date: return CivilDate(text).map { Int64($0.days) }
    case .duration: return parseDuration(text)
    case .number: return parseLiteral(text, as: type)
    case .null: return nil
    case .time:
        let halves = text.split(separator: " ")
        guard halves.count == 2, let day = CivilDate(String(halves[0])) else { return nil }
        let clock = halves[1].split(separator: ":").map { Int64($0) ?? -1 }
        guard clock.count == 3, (0...23).contains(clock[0]), clock[1...].allSatisfy({ (0...59).contains($0) }) else {
            return nil
        }
        let local = Int64(day.days) * 86_400_000 + clock[0] * 3_600_000 + clock[1] * 60_000 + clock[2] * 1000
        switch zone.read(local: local) {
        case .unique(let utc), .ambiguous(first: let utc, second: _), .missing(moved: let utc): return utc
        }
    }
}

extension SchemaDefinition.Column {
    fileprivate var absentText: String? {
        if case .reads(let text) = absence { return text }
        return nil
    }
}

extension Column {
    /// Whole numbers as the column that their type is held in.
    fileprivate static func packed(_ values: [Int64], as type: ValueType) -> Column {
        switch type {
        case .flag: .flags(values.map { $0 == Missing.integer ? Missing.flag : UInt8($0) })
        case .text, .id, .category, .pseudonym:
            .codes(values.map { $0 == Missing.integer ? Missing.code : Int32($0) })
        case .integer, .number, .duration, .time, .date, .null: .integers(values)
        }
    }
}
