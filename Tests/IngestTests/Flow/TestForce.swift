import Definitions
import Expressions
import Foundation
import Ingest
import Tables
import Testing

/// A force with one source of calls in a folder of its own, read as a run reads it.
final class TestForce {
    let folder: String
    var schemas: [SchemaDefinition] = [TestForce.schema]
    var sources: [SourceDefinition] = [TestForce.source()]
    var rules: [RuleDefinition] = []
    var settings: [SettingDefinition] = []
    var tables: [TableDefinition] = []
    var lastUsed: [String: CivilDate] = [:]

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("force-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    var quarantine: String { folder + "/state/quarantine" }

    /// Puts a file among the inputs.
    func put(_ name: String, _ text: String) throws {
        try put(name, bytes: Array(text.utf8))
    }

    func put(_ name: String, bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: folder + "/in/" + name))
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: folder + "/in/" + name)
    }

    /// A file of the quarantine; nothing when there is none.
    func quarantined(_ name: String) -> String? {
        FileManager.default.contents(atPath: quarantine + "/" + name).map { String(decoding: $0, as: UTF8.self) }
    }

    func run(
        asOf day: String = "2026-03-31", jobs: Int = 1, chunkBytes: Int = 8 << 20, keepsAllTexts: Bool = true
    ) async throws -> IngestResult {
        let zone = try TestForce.london()
        return try await ingest(
            definition, asOf: AsOf(endOf: try #require(CivilDate(day)), in: zone), zone: zone,
            options: IngestOptions(
                jobs: jobs, chunkBytes: chunkBytes, quarantine: quarantine, lastUsed: lastUsed,
                keepsAllTexts: keepsAllTexts))
    }

    /// The messages a run stops with.
    func failure(asOf day: String = "2026-03-31") async throws -> [String] {
        do {
            _ = try await run(asOf: day)
            return []
        } catch let several as Diagnostics {
            return several.all.map { "\($0)".replacingOccurrences(of: folder, with: "FOLDER") }
        }
    }

    private var definition: PipelineDefinition {
        PipelineDefinition(
            folder: folder, force: "Loamshire Police", marking: "OFFICIAL",
            folders: .init(inputs: folder + "/in", output: folder + "/out", state: folder + "/state"),
            timeZone: "Europe/London", csvByteOrderMark: false, schemas: schemas, sources: sources,
            rules: rules, settings: settings, standards: [], tables: tables, figures: [], leftOut: [], warnings: [],
            files: [])
    }

    static func london() throws -> ZoneTable {
        let data = FileManager.default.contents(atPath: "/usr/share/zoneinfo/Europe/London") ?? Data()
        return try ZoneTable(name: "Europe/London", file: Array(data))
    }
}

/// One row of the result in words, for comparing whole tables.
extension IngestResult {
    func rows(_ columns: [String] = ["call_id", "channel", "note"], of name: String = "calls") -> [String] {
        guard let table = tables.first(where: { $0.name == name }) else { return [] }
        return (0..<table.rowCount).map { row in
            let cells = columns.map { name -> String in
                guard let field = table.field(named: name) else { return "?" }
                let value = field.column.integer(at: row)
                if value == Missing.integer { return "-" }
                return field.type.isText ? names.text(of: Int32(value)) : String(value)
            }
            return cells.joined(separator: " ") + (table.rejected[row] != 0 ? " rejected" : "")
        }
    }

    /// accepted, rejected, superseded, removed, duplicate, after the as-of of a file.
    func ledger(_ file: String, of source: String? = nil) -> [Int] {
        files.first { $0.file == file && (source == nil || $0.source == source) }.map(\.ledger).map {
            [$0.accepted, $0.rejected, $0.superseded, $0.removed, $0.duplicate, $0.afterAsOf]
        } ?? []
    }

    func count(_ rule: String, _ column: String = "") -> [Int] {
        ruleCounts.filter { $0.rule == rule && $0.column == column }.flatMap { [$0.count, $0.checked] }
    }
}
