import Definitions
import Tables

/// An export with one row per log and unit, which feeds a table of logs and one of units.
enum LogUnits {
    static let header = "log,day,grade,made,unit,sent,there\n"

    static let logs = SchemaDefinition(
        name: "logs",
        columns: [
            TestForce.column("log_id", .id, isRequired: true), TestForce.column("made_at", .time, isRequired: true),
            TestForce.column("grade", .category(values: ["1", "2"], ordered: true), absence: .reads(nil)),
            TestForce.column("first_there_at", .time, absence: .reads(nil)),
            TestForce.column("last_unit", .text, absence: .reads(nil)),
        ],
        key: ["log_id"], time: "made_at", isOptional: false, location: .init(file: "schema/logs.yaml", line: 1))

    static let units = SchemaDefinition(
        name: "units",
        columns: [
            TestForce.column("log_id", .id, isRequired: true), TestForce.column("unit", .text, isRequired: true),
            TestForce.column("sent_at", .time, absence: .reads(nil)),
            TestForce.column("there_at", .time, absence: .reads(nil)),
        ],
        key: ["log_id", "unit", "sent_at"], time: "sent_at", isOptional: false,
        location: .init(file: "schema/units.yaml", line: 1))

    static func force(
        exports: SourceDefinition.ExportKind = .increment, dialect: Dialect = Dialect()
    ) throws -> TestForce {
        let force = try TestForce()
        force.schemas = [logs, units]
        force.sources = [logSource(exports, dialect), unitSource(exports, dialect)]
        return force
    }

    private static let minutes = ColumnForm.time(formats: ["yyyy-MM-dd HH:mm"], resolution: 60_000)
    private static let number = ColumnMapping.Origin.joined(
        [.init(["day"], dayFormats: ["yyyy-MM-dd"]), .init(["log"])], with: "/")

    private static func joined(_ column: String) -> ColumnMapping {
        ColumnMapping(
            column: column, origin: number, form: .id, through: nil, values: [:], isOptional: false,
            location: TestForce.place)
    }

    private static func logSource(_ exports: SourceDefinition.ExportKind, _ dialect: Dialect) -> SourceDefinition {
        TestForce.source(
            "logs", table: "logs", files: "lu_{yyyyMMdd}.csv*", exports: exports, dialect: dialect,
            columns: [
                joined("log_id"), TestForce.mapping("made_at", "made", minutes),
                TestForce.mapping("grade", "grade", .category(["1", "2"], ordered: true)),
                TestForce.mapping("first_there_at", "there", minutes), TestForce.mapping("last_unit", "unit", .text),
                TestForce.mapping("sent_at", "sent", minutes),
            ],
            key: ["log_id"],
            onePer: .init(key: "log_id", take: ["first_there_at": .minimum, "last_unit": .last(by: "sent_at")]))
    }

    private static func unitSource(_ exports: SourceDefinition.ExportKind, _ dialect: Dialect) -> SourceDefinition {
        TestForce.source(
            "units", table: "units", files: "lu_{yyyyMMdd}.csv*", exports: exports, dialect: dialect,
            rowsWith: .init(headers: ["unit"], values: []),
            columns: [
                joined("log_id"), TestForce.mapping("unit", "unit", .text),
                TestForce.mapping("sent_at", "sent", minutes), TestForce.mapping("there_at", "there", minutes),
            ],
            key: ["log_id", "unit", "sent_at"])
    }
}
