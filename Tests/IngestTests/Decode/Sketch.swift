import Definitions
import Expressions
import Foundation
import Tables

@testable import Ingest

/// Definitions as a force would write them, with what a test does not care about left out.
enum Sketch {
    static let yaml = "sources/calls.yaml"

    static func schema(
        _ columns: [SchemaDefinition.Column], key: [String] = ["call_id"], time: String = "offered_at"
    ) -> SchemaDefinition {
        SchemaDefinition(
            name: "calls", columns: columns, key: key, time: time, isOptional: false,
            location: .init(file: "schema/calls.yaml", line: 1))
    }

    static func column(
        _ name: String, _ type: ValueType, absence: SchemaDefinition.Absence = .notComputable, isPlanned: Bool = false,
        isSensitive: Bool = false, after: String? = nil
    ) -> SchemaDefinition.Column {
        SchemaDefinition.Column(
            name: name, type: type, isRequired: false, absence: absence, isPlanned: isPlanned, isSensitive: isSensitive,
            range: nil, after: after, location: .init(file: "schema/calls.yaml", line: 2))
    }

    /// A column read from one header, on line 10 of the mapping.
    static func map(
        _ column: String, _ header: String, _ form: ColumnForm, values: [String: String] = [:],
        through: [String: String]? = nil, isOptional: Bool = false
    ) -> ColumnMapping {
        map(column, .header([header]), form, values: values, through: through, isOptional: isOptional)
    }

    static func map(
        _ column: String, _ origin: ColumnMapping.Origin, _ form: ColumnForm, values: [String: String] = [:],
        through: [String: String]? = nil, isOptional: Bool = false
    ) -> ColumnMapping {
        ColumnMapping(
            column: column, origin: origin, form: form,
            through: through.map { ColumnMapping.Reference(path: "reference/vdn.csv", entries: $0) }, values: values,
            isOptional: isOptional, location: .init(file: yaml, line: 10, column: 3))
    }

    static func source(
        _ columns: [ColumnMapping], files: String = "calls_{yyyyMMdd}.csv*", folder: String = "",
        exports: SourceDefinition.ExportKind = .increment, dialect: Dialect = Dialect()
    ) -> SourceDefinition {
        let gate = SourceDefinition.Gate(warn: .init(count: 1, share: 0.01), stop: .init(count: 20, share: 0.1))
        return SourceDefinition(
            name: "calls_acd", schema: "calls", files: files, folder: folder, exports: exports, dialect: dialect,
            timeZone: "Europe/London", columns: columns, key: ["call_id"], newestBy: nil, onePer: nil, perFile: gate,
            lastSevenDays: gate, onGate: .stop, isOptional: false, location: .init(file: yaml, line: 1))
    }

    static let seconds = ColumnForm.time(formats: ["dd/MM/yyyy HH:mm:ss"], resolution: 1000)

    static func london() throws -> ZoneTable {
        let file = try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/Europe/London"))
        return try ZoneTable(name: "Europe/London", file: Array(file))
    }
}

/// A decoded source with its codes turned back into texts.
struct Decoded {
    let source: DecodedSource
    let names: Names

    /// Decodes files given by name and text.
    init(
        _ files: [(name: String, text: String)], _ source: SourceDefinition, _ schema: SchemaDefinition, jobs: Int = 1,
        chunkBytes: Int = 1 << 20, key: PseudonymKey? = nil
    ) async throws {
        let folder = try InputsFolder()
        for file in files { try folder.write(file.name, file.text) }
        var names = Names()
        self.source = try await decode(
            source, schema: schema, files: try discoverFiles(of: source, inputs: folder.path), zone: Sketch.london(),
            names: &names, options: IngestOptions(jobs: jobs, chunkBytes: chunkBytes), pseudonymKey: key)
        self.names = names
    }

    /// The values of a column: texts as they are, `yes` and `no`, times as UTC, dates, numbers; `-` for missing.
    func values(_ name: String) -> [String] {
        guard let column = source.columns.first(where: { $0.name == name }) else { return ["no such column"] }
        return (0..<source.rowCount).map { row in
            let value = column.values.integer(at: row)
            if value == Missing.integer { return "-" }
            if column.type.isText { return names.text(of: Int32(value)) }
            switch column.type {
            case .flag: return value == 1 ? "yes" : "no"
            case .time: return Decoded.utc(value)
            case .date: return CivilDate(days: Int(value)).description
            default: return String(value)
            }
        }
    }

    /// Faults as `row column code`, `*` for the whole record.
    var faults: [String] {
        source.faults.map { fault in
            "\(fault.row) \(fault.column < 0 ? "*" : source.columns[Int(fault.column)].name) \(fault.code.rawValue)"
        }
    }

    static func utc(_ value: Int64) -> String {
        let day = CivilDate(days: Int(floorDivide(value, 86_400_000)))
        let rest = Int(value - floorDivide(value, 86_400_000) * 86_400_000)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        let clock = "\(two(rest / 3_600_000)):\(two(rest / 60_000 % 60)):\(two(rest / 1000 % 60))"
        return "\(day)T\(clock)" + (rest % 1000 == 0 ? "" : ".\(rest % 1000)") + "Z"
    }
}

/// The descriptions of what a throwing body throws.
func thrown(_ body: () async throws -> Void) async -> [String] {
    do {
        try await body()
        return []
    } catch let several as Diagnostics {
        return several.all.map(\.description)
    } catch {
        return ["\(error)"]
    }
}

extension DecodedSource {
    var offsets: [Int64] { (0..<rowCount).map { records.offset(of: $0) } }
    var lengths: [Int32] { (0..<rowCount).map { records.length(of: $0) } }
    var lines: [Int32] { (0..<rowCount).map { records.line(of: $0) } }
}
