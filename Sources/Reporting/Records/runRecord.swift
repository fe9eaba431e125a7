import Compute
package import Definitions
import Ingest
import Tables

/// The version of the published files' shape; it changes when a column or a member is renamed or moved.
package let schemaNumber = 1

/// The record of a run: what went in, by which definitions, and what was found. It says nothing about when or where.
package func runRecord(_ material: RunMaterial, rules: [PageMaterial.RuleLine]) -> JSON {
    .object(runMembers(material, rules))
}

/// The same with the attempt that made it, for the state folder only.
package func runRecord(_ material: RunMaterial, attempt: Attempt) -> JSON {
    .object(runMembers(material, material.ruleLines(guardedCells: [])) + [.init("attempt", attempt.record)])
}

private func runMembers(_ material: RunMaterial, _ rules: [PageMaterial.RuleLine]) -> [JSON.Member] {
    let definition = material.definition
    let total = material.ingest.files.reduce(into: Ledger()) { $0 += $1.ledger }
    return [
        .init("schema", .integer(schemaNumber)),
        .init("run", .text(material.run)),
        .init("force", .text(definition.force)),
        .init("marking", .text(definition.marking)),
        .init("as_of", .text("\(material.asOf.day)")),
        .init("profile", .text(material.profile)),
        .init(
            "program", .object([.init("name", .text("pipeline")), .init("version", .text(material.programVersion))])),
        .init(
            "time_zone",
            .object([.init("name", .text(material.zone.name)), .init("sha256", .text(sha256Text(material.zone.file)))])),
        .init("pseudonym_key_id", .optional(material.pseudonymKeyID)),
        .init("inputs", .list(material.ingest.files.map { inputRecord($0, in: material.zone) })),
        .init("ledger", ledgerRecord(total)),
        .init("definitions", .list(definition.files.map(definitionRecord))),
        .init("figures", .list(definition.figures.map(figureRecord))),
        .init("rules", .list(rules.map(ruleRecord))),
        .init("links", .list(material.compute.links.map(linkRecord))),
        .init("gates", .list(definition.sources.map { gateRecord($0, leftOut: material.ingest.leftOut) })),
        .init("not_supplied", .list(material.ingest.notSupplied.map { .text($0) })),
        .init("unusable_columns", .list(material.ingest.unusable.map(unusableRecord))),
        .init("uncomputed", .list(material.compute.uncomputed.map(uncomputedRecord))),
        .init("left_out", .list(definition.leftOut.map(leftOutRecord))),
        .init(
            "warnings",
            .list(
                material.warnings.map {
                    diagnosticRecord($0, files: definition.files, withHelp: false)
                })),
    ]
}

private func inputRecord(_ account: FileAccount, in zone: ZoneTable) -> JSON {
    .object([
        .init("source", .text(account.source)),
        .init("file", .text(account.file)),
        .init("sha256", .text(account.sha256)),
        .init("bytes", .integer(account.bytes)),
        .init("export_date", .optional(account.exportDate.map { "\($0)" })),
        .init("state", .text(account.state.rawValue)),
        .init("newest_record", .optional(account.newest.map { localText($0, in: zone) })),
        .init("ledger", ledgerRecord(account.ledger)),
    ])
}

/// The fate of records by name.
func ledgerRecord(_ ledger: Ledger) -> JSON {
    .object(ledger.counts.map { .init($0.name, .integer($0.count)) })
}

private func definitionRecord(_ file: PipelineDefinition.DefinitionFile) -> JSON {
    .object([.init("path", .text(file.path)), .init("sha256", .text(sha256Text(file.bytes)))])
}

private func figureRecord(_ figure: FigureDefinition) -> JSON {
    var members: [JSON.Member] = [
        .init("kpi", .text(figure.id)), .init("hash", .text(figure.hash)), .init("owner", .text(figure.owner)),
    ]
    if let change = figure.change {
        members += [
            .init("changed", .text(change.fields.joined(separator: ";"))), .init("because", .text(change.because)),
            .init("by", .text(change.by)), .init("on", .text(change.on)),
        ]
    }
    return .object(members)
}

private func ruleRecord(_ line: PageMaterial.RuleLine) -> JSON {
    .object([
        .init("rule", .text(line.rule)), .init(line.kind.rawValue, .text(line.place)),
        .init("column", .text(line.column)), .init("action", .text(line.action)), .init("count", .integer(line.count)),
        .init("checked", .optional(line.checked)),
    ])
}

private func linkRecord(_ link: LinkCount) -> JSON {
    .object([
        .init("table", .text(link.table)), .init("relation", .text(link.relation)), .init("target", .text(link.target)),
        .init("rows", .integer(link.rows)), .init("without_key", .integer(link.withoutKey)),
        .init("unmatched", .integer(link.unmatched)),
    ])
}

extension RuleDefinition.Action {
    /// The action as rule files spell it.
    package var word: String {
        switch self {
        case .reject: "reject"
        case .blank: "blank"
        case .set: "set"
        case .warn: "warn"
        case .count: "count"
        case .stopFile: "stop file"
        }
    }
}

private func gateRecord(_ source: SourceDefinition, leftOut: [LeftOutSource]) -> JSON {
    func limit(_ limit: SourceDefinition.Limit) -> JSON {
        .object([.init("count", .integer(limit.count)), .init("share", .number(limit.share))])
    }
    let because = leftOut.first { $0.source == source.name }?.because
    return .object([
        .init("source", .text(source.name)),
        .init("on_gate", .text(source.onGate.rawValue)),
        .init("outcome", .text(because == nil ? "passed" : "left_out")),
        .init("because", .optional(because)),
        .init(
            "file", .object([.init("warn", limit(source.perFile.warn)), .init("stop", limit(source.perFile.stop))])),
        .init(
            "last_7_days",
            .object([.init("warn", limit(source.lastSevenDays.warn)), .init("stop", limit(source.lastSevenDays.stop))])),
    ])
}

private func unusableRecord(_ column: UnusableColumn) -> JSON {
    .object([
        .init("table", .text(column.table)), .init("column", .text(column.column)),
        .init("because", .text(column.because)),
    ])
}

private func uncomputedRecord(_ figure: UncomputedFigure) -> JSON {
    .object([
        .init("kpi", .text(figure.kpi)), .init("state", .text(figure.state.rawValue)),
        .init("because", .text(figure.because)),
    ])
}

private func leftOutRecord(_ figure: PipelineDefinition.LeftOutFigure) -> JSON {
    .object([
        .init("kpi", .text(figure.id)), .init("name", .text(figure.name)), .init("because", .text(figure.because)),
    ])
}
