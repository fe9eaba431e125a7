import Definitions
import Expressions
import Tables

extension TestForce {
    static let channels = ["999", "101"]
    static let place = Diagnostic.Location(file: "sources/calls.yaml", line: 1, column: 1)

    static let schema = SchemaDefinition(
        name: "calls",
        columns: [
            column("call_id", .id, isRequired: true),
            column("leg_seq", .integer, absence: .reads("1")),
            column("channel", .category(values: channels, ordered: false), isRequired: true),
            column("offered_at", .time, isRequired: true),
            column("answered_at", .time, absence: .reads(nil)),
            column("due_at", .time, absence: .reads(nil), isPlanned: true),
            column("note", .text, absence: .reads(nil)),
            column("caller_hash", .pseudonym, isSensitive: true),
        ],
        key: ["call_id"], time: "offered_at", isOptional: false,
        location: Diagnostic.Location(file: "schema/calls.yaml", line: 1, column: 1))

    static func column(
        _ name: String, _ type: ValueType, isRequired: Bool = false, absence: SchemaDefinition.Absence = .notComputable,
        isPlanned: Bool = false, isSensitive: Bool = false
    ) -> SchemaDefinition.Column {
        SchemaDefinition.Column(
            name: name, type: type, isRequired: isRequired, absence: absence, isPlanned: isPlanned,
            isSensitive: isSensitive, range: nil, location: schemaPlace)
    }

    private static let schemaPlace = Diagnostic.Location(file: "schema/calls.yaml", line: 1, column: 1)

    /// A source whose headers are our names; `id,chan,at` unless told otherwise.
    static func source(
        _ name: String = "acd", table: String = "calls", files: String = "calls_{yyyyMMdd}.csv*",
        exports: SourceDefinition.ExportKind = .increment,
        dialect: Dialect = Dialect(), rowsWith: SourceDefinition.RowFilter? = nil, columns: [ColumnMapping]? = nil,
        key: [String] = ["call_id"],
        newestBy: String? = nil, onePer: SourceDefinition.OnePer? = nil,
        perFile: SourceDefinition.Gate = open, lastSevenDays: SourceDefinition.Gate = open,
        onGate: SourceDefinition.OnGate = .stop, isOptional: Bool = false
    ) -> SourceDefinition {
        SourceDefinition(
            name: name, schema: table, files: files, folder: "", exports: exports, dialect: dialect,
            rowsWith: rowsWith, timeZone: "Europe/London", columns: columns ?? standard, key: key, newestBy: newestBy,
            onePer: onePer,
            perFile: perFile, lastSevenDays: lastSevenDays, onGate: onGate, isOptional: isOptional, location: place)
    }

    static let standard = [
        mapping("call_id", "id", .id),
        mapping("channel", "chan", .category(channels, ordered: false)),
        mapping("offered_at", "at", .time(formats: ["yyyy-MM-dd HH:mm"], resolution: 60_000)),
        mapping("note", "note", .text, isOptional: true),
        mapping("answered_at", "answered", .time(formats: ["yyyy-MM-dd HH:mm"], resolution: 60_000), isOptional: true),
        mapping("due_at", "due", .time(formats: ["yyyy-MM-dd HH:mm"], resolution: 60_000), isOptional: true),
    ]

    static func mapping(
        _ column: String, _ header: String, _ form: ColumnForm, isOptional: Bool = false
    ) -> ColumnMapping {
        ColumnMapping(
            column: column, origin: .header([header]), form: form, through: nil, values: [:], isOptional: isOptional,
            location: place)
    }

    /// A gate that nothing passes.
    static let open = gate(warn: (Int.max, 1), stop: (Int.max, 1))

    static func gate(warn: (Int, Double), stop: (Int, Double)) -> SourceDefinition.Gate {
        .init(warn: .init(count: warn.0, share: warn.1), stop: .init(count: stop.0, share: stop.1))
    }

    /// A rule over one row of calls, written as a force writes it.
    static func rule(
        _ id: String, _ expect: String, _ action: RuleDefinition.Action, warnAbove: Double? = nil,
        failAbove: Double? = nil, stopKPIsAbove: Double? = nil
    ) throws -> RuleDefinition {
        RuleDefinition(
            id: id, name: "rule \(id)", target: .source("calls"), expect: try expression(expect, .flag),
            expectText: expect,
            action: action, warnAbove: warnAbove, failAbove: failAbove, stopKPIsAbove: stopKPIsAbove,
            location: rulePlace)
    }

    static func builtIn(_ id: String, warnAbove: Double? = nil, stopKPIsAbove: Double? = nil) -> RuleDefinition {
        RuleDefinition(
            id: id, name: "rule \(id)", target: .builtIn, expect: nil, expectText: nil, action: .count,
            warnAbove: warnAbove, failAbove: nil, stopKPIsAbove: stopKPIsAbove, location: rulePlace)
    }

    static func expression(_ text: String, _ type: ValueType) throws -> TypedExpression {
        let columns = Dictionary(uniqueKeysWithValues: schema.columns.map { ($0.name, $0.type) })
        return try check(
            parse(text, at: rulePlace),
            in: Scope(table: "calls", columns: columns, settings: ["short_abandon": .duration]), expecting: type)
    }

    private static let rulePlace = Diagnostic.Location(file: "rules.yaml", line: 3, column: 3)
}
