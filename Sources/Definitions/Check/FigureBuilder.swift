import Expressions
import Tables

/// Builds one figure from the keys it ended up with.
struct FigureBuilder {
    let resolved: ResolvedFigure
    let fields: Fields
    let typing: Typing
    let tables: [TableDefinition]
    let settings: [SettingDefinition]
    let force: String
    let base: String
    let findings: Findings

    init(
        _ resolved: ResolvedFigure, typing: Typing, tables: [TableDefinition], settings: [SettingDefinition],
        force: String, base: String, findings: Findings
    ) {
        self.resolved = resolved
        self.typing = typing
        self.tables = tables
        self.settings = settings
        self.force = force
        self.base = base
        self.findings = findings
        fields = Fields("a KPI", at: resolved.figure.location, entries: resolved.figure.entries, findings: findings)
    }

    /// A figure with a fault is built as far as possible, so that everything else about it is checked too; nothing is
    /// computed from definitions that have faults.
    func build() -> CheckedFigure? {
        let id = resolved.figure.id
        let name = fields.requiredText("name")
        guard let (tableName, table) = readTable() else { return nil }
        let period = fields.requiredText("period")
        let origin = TableDefinition.Origin.table(tableName)
        let among = fields["among"].flatMap { typing.typed($0, "`among`", in: origin, expecting: .flag) }
        let due = fields["due"].flatMap { typing.typed($0, "`due`", in: origin) }
        let measure = MeasureReader(fields: fields, typing: typing, table: origin, findings: findings).read()
        let missing = fields.choice("missing", FigureDefinition.MissingRule.self) ?? .leaveOut
        let better = fields.choice("better", FigureDefinition.Better.self) ?? .none
        let isVariant = fields["variant_of"] != nil
        let headline = fields.flag("headline") ?? !isVariant
        let resolution = readResolution()
        let examples = readExamples(origin)
        guard let name, let period else { return nil }
        let selection = flattened(among, populations: table.populations)
        let figure = FigureDefinition(
            id: id, name: name, isHeadline: headline, table: tableName, period: period, among: selection,
            amongText: fields["among"]?.text ?? "every row", due: due, missing: missing,
            measure: measure?.measure ?? .count,
            measureText: measure?.text ?? "", unit: measure?.unit ?? .number(of: "count"), better: better,
            standard: fields.text("standard"),
            by: fields.texts("by") ?? [], clock: fields.text("clock"), basis: fields.text("basis"),
            note: fields.text("note"), question: fields.text("question"), findings: fields.texts("findings") ?? [],
            variantOf: fields.text("variant_of"), needsResolution: resolution,
            range: measure?.measure.measured.flatMap { readRange(fields, type: $0.type, findings: findings) },
            owner: resolved.figure.isLocal ? force : base, hash: "", change: resolved.change, examples: examples,
            location: resolved.figure.location)
        let hash = FigureText(figure, tables: tables, settings: settings).hash
        return CheckedFigure(
            figure: figure.with(hash: hash), fields: fields, table: table, isMeasured: measure != nil)
    }

    /// The figure's table; a misspelt one is reported and the nearest taken, so that the rest is checked too.
    private func readTable() -> (name: String, types: TableTypes)? {
        guard let written = fields.requiredText("table"), let place = fields["table"]?.location else { return nil }
        if let types = typing.tables[.table(written)] { return (written, types) }
        // A table with a fault of its own is not missing.
        guard !typing.failedTables.contains(written) else { return nil }
        let names = tables.map(\.name)
        findings.error(
            .unknownTable, "there is no table \(quoted(written))", at: place, help: suggestion(written, names))
        guard let near = nearestName(to: written, among: names) else { return nil }
        return typing.tables[.table(near)].map { (near, $0) }
    }

    private enum Resolution: String, CaseIterable {
        case millisecond, second, minute, day
    }

    private func readResolution() -> Int64? {
        guard let value = fields["needs"],
            let needs = Fields(value, "`needs`", keys: Keys.needs, findings: findings),
            needs.required("resolution") != nil
        else { return nil }
        switch needs.choice("resolution", Resolution.self) {
        case .millisecond: return 1
        case .second: return 1000
        case .minute: return 60_000
        case .day: return 86_400_000
        case nil: return nil
        }
    }
}
