import Expressions
import Tables

/// Builds one figure from the keys it ended up with.
struct FigureBuilder {
    let resolved: ResolvedFigure
    let fields: Fields
    let typing: Typing
    let tables: [TableDefinition]
    let references: [ReferenceTable]
    let settings: [SettingDefinition]
    /// The figures that a difference or a ratio may be of.
    let others: [String: CheckedFigure]
    let force: String
    let base: String
    let findings: Findings

    init(
        _ resolved: ResolvedFigure, typing: Typing, tables: [TableDefinition], references: [ReferenceTable],
        settings: [SettingDefinition], others: [String: CheckedFigure], force: String, base: String, findings: Findings
    ) {
        self.resolved = resolved
        self.typing = typing
        self.tables = tables
        self.references = references
        self.settings = settings
        self.others = others
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
        var parts: FigureParts?
        if let written = fields["difference"] {
            parts = DifferenceReader(fields: fields, figures: others, findings: findings).read(written)
            guard parts != nil else { return nil }
        } else if let written = fields["ratio_of"] {
            parts = RatioReader(fields: fields, figures: others, findings: findings).read(written)
            guard parts != nil else { return nil }
        }
        guard let (tableName, table) = readTable(parts) else { return nil }
        let period = parts?.period ?? fields.requiredText("period")
        let origin = TableDefinition.Origin.table(tableName)
        let among = fields["among"].flatMap { typing.typed($0, "`among`", in: origin, expecting: .flag) }
        let due = fields["due"].flatMap { typing.typed($0, "`due`", in: origin) }
        let measure = MeasureReader(fields: fields, typing: typing, table: origin, findings: findings).read()
        let maturity = MaturityReader(fields: fields, typing: typing, table: origin, findings: findings)
        let missing = fields.choice("missing", FigureDefinition.MissingRule.self) ?? .leaveOut
        let better = fields.choice("better", FigureDefinition.Better.self) ?? .none
        let variantOf = named("variant_of")
        let headline = fields.flag("headline") ?? (variantOf == nil)
        let needs = readNeeds()
        let examples = readExamples(origin)
        guard let name, let period else { return nil }
        let selection = flattened(among, populations: table.populations)
        let figure = FigureDefinition(
            id: id, name: name, isHeadline: headline, table: tableName, period: period, among: selection,
            amongText: parts?.amongText ?? fields["among"]?.text ?? "every row", due: due, missing: missing,
            measure: measure?.measure ?? .count,
            measureText: measure?.text ?? "", unit: measure?.unit ?? .number(of: "count"), better: better,
            standard: named("standard"),
            by: fields.texts("by") ?? [], clock: fields.text("clock"), basis: fields.text("basis"),
            note: fields.text("note"), question: fields.text("question"), findings: fields.texts("findings") ?? [],
            variantOf: variantOf, needsResolution: needs.resolution,
            range: measure?.measure.measured.flatMap { readRange(fields, type: $0.type, findings: findings) },
            owner: resolved.figure.isLocal ? force : base, hash: "", change: resolved.change, examples: examples,
            location: resolved.figure.location, needsTables: needs.tables, shows: fields.texts("shows") ?? [],
            times: fields.integer("times", in: 1...1_000_000) ?? 1, immature: maturity.immature(),
            triangle: maturity.triangle(), compare: maturity.compare())
        let hash = FigureText(
            figure, parts: parts?.figures ?? [], tables: tables, references: references,
            settings: settings
        ).hash
        return CheckedFigure(
            figure: figure.with(hash: hash), fields: fields, table: table, isMeasured: measure != nil)
    }

    /// What a figure that is like another writes where it does without what that one has.
    static let none = "none"

    /// The name under a key, unless the figure does without.
    private func named(_ key: String) -> String? {
        fields.text(key).flatMap { $0 == FigureBuilder.none ? nil : $0 }
    }

    /// The figure's table; a misspelt one is reported and the nearest taken, so that the rest is checked too. That of a
    /// figure made of two others is one of theirs.
    private func readTable(_ parts: FigureParts?) -> (name: String, types: TableTypes)? {
        if let name = parts?.table { return typing.tables[.table(name)].map { (name, $0) } }
        guard let written = fields.requiredText("table"), let place = fields["table"]?.location else { return nil }
        if let types = typing.tables[.table(written)] { return (written, types) }
        // A table with a fault of its own is not missing.
        guard !typing.failedTables.contains(written) else { return nil }
        let names = tables.map(\.name)
        let isReference = typing.referenceNames.contains(written)
        findings.error(
            .unknownTable,
            isReference
                ? "\(quoted(written)) is a reference table: it has no rows that happen"
                : "there is no table \(quoted(written))",
            at: place, help: isReference ? "look into it from another table" : suggestion(written, names))
        guard let near = nearestName(to: written, among: names) else { return nil }
        return typing.tables[.table(near)].map { (near, $0) }
    }

    private enum Resolution: String, CaseIterable {
        case millisecond, second, minute, day

        var milliseconds: Int64 {
            switch self {
            case .millisecond: 1
            case .second: 1000
            case .minute: 60_000
            case .day: 86_400_000
            }
        }
    }

    private func readNeeds() -> (resolution: Int64?, tables: [String]) {
        guard let value = fields["needs"], let needs = Fields(value, "`needs`", keys: Keys.needs, findings: findings)
        else { return (nil, []) }
        if needs["resolution"] == nil, needs["tables"] == nil {
            findings.error(
                .missingKey, "`needs` names nothing", at: value.location, help: "write `resolution`, `tables` or both")
        }
        let names = needs.texts("tables") ?? []
        for name in names where !typing.sources.contains(name) {
            findings.error(
                .unknownSchema, "`needs` names \(quoted(name)), which is no table of exports",
                at: needs["tables"]?.location, help: suggestion(name, typing.sources.sorted()))
        }
        return (needs.choice("resolution", Resolution.self)?.milliseconds, names)
    }
}
