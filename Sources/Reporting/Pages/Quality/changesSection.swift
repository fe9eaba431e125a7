import Charts
import Definitions
import Tables

/// What the force defines otherwise than we do: changed, left out and added figures, settings, standards and rows of its
/// own, days on which its series break.
func changesSection(_ material: PageMaterial, _ links: FigureLinks) -> Markup {
    let definition = material.definition
    let blocks = [
        changedFigures(definition, links), addedFigures(definition, links), changedSettings(definition),
        changedStandards(definition), ownRows(definition), calendar(definition, links), reviews(material),
    ].compactMap { $0 }
    return blocks.isEmpty
        ? .paragraph("\(definition.force) defines nothing otherwise than we do.") : blocks.joined
}

private func changedFigures(_ definition: PipelineDefinition, _ links: FigureLinks) -> Markup? {
    let changed = definition.figures.filter { $0.change != nil }
    guard !changed.isEmpty || !definition.leftOut.isEmpty else { return nil }
    let written = Dictionary(origins(of: changed.map(\.id), in: definition).map { ($0.id, $0) }) { first, _ in first }
    var table = HTMLTable(
        id: "change-table", caption: "Figures changed or left out",
        columns: [.init("KPI"), .init("What"), .init("Because"), .init("By"), .init("On")])
    for figure in changed {
        guard let change = figure.change else { continue }
        let fields = change.fields.map { key -> Markup in
            let field = written[figure.id]?.fields.first { $0.key == key }
            let ours = field?.ours.flatMap { $0 == "[]" ? nil : $0 } ?? "nothing"
            return Markup("\(key): \(field?.theirs ?? "[x]"); ours is \(ours)")
        }
        table.add([
            links.named(figure.id), fields.isEmpty ? Markup("changed") : .list(fields), Markup(change.because),
            Markup(change.by), Markup(change.on),
        ])
    }
    for left in definition.leftOut {
        table.add([
            links.named(left.id), Markup("left out"), Markup(left.because), Markup(notAvailable), Markup(notAvailable),
        ])
    }
    return .heading("Figures", level: 3) + table.markup
}

private func addedFigures(_ definition: PipelineDefinition, _ links: FigureLinks) -> Markup? {
    let added = definition.figures.filter { $0.owner == definition.force }
    guard !added.isEmpty else { return nil }
    return .heading("Figures of its own", level: 3) + .list(added.map { links.named($0.id) })
}

private func changedSettings(_ definition: PipelineDefinition) -> Markup? {
    let lines = definition.settings.flatMap { setting in
        setting.values.filter(\.isLocal).map { value in
            let from = value.from.map { " from \(Period.text($0))" } ?? ""
            return Markup("\(setting.name) = \(setting.text(of: value))\(from): \(value.authority)")
        }
    }
    return lines.isEmpty ? nil : .heading("Settings", level: 3) + .list(lines)
}

private func changedStandards(_ definition: PipelineDefinition) -> Markup? {
    let lines = definition.standards.flatMap { standard in
        standard.levels.filter { $0.status == .local }.map { level in
            let unit = definition.unit(of: standard)
            return Markup("\(standard.name) \(levelWords(level, of: standard, unit: unit)): \(level.authority)")
        }
    }
    return lines.isEmpty ? nil : .heading("Local standards", level: 3) + .list(lines)
}

private func ownRows(_ definition: PipelineDefinition) -> Markup? {
    let lines = definition.references.filter { $0.owner == definition.force }.map { table in
        Markup("\(table.name): \(counted(table.rows.count, "row"))" + (table.authority.map { ", \($0)" } ?? ""))
    }
    return lines.isEmpty ? nil : .heading("Tables of fixed rows", level: 3) + .list(lines)
}

private func calendar(_ definition: PipelineDefinition, _ links: FigureLinks) -> Markup? {
    let breaks = definition.calendar.breaks.map { found in
        Markup("Break on \(Period.text(found.on)), \(found.label) (\(found.authority)): ")
            + figureList(found.figures, links)
    }
    let spans = definition.calendar.excluded.map { span in
        Markup("Left out \(daysText(span.first, span.last)), \(span.reason) (\(span.authority)): ")
            + figureList(span.figures, links)
    }
    let lines = breaks + spans
    return lines.isEmpty ? nil : .heading("Breaks and spans left out", level: 3) + .list(lines)
}

/// Changes that were written against an older definition of ours.
private func reviews(_ material: PageMaterial) -> Markup? {
    let lines = material.warnings.filter { $0.code == changedBase }.map { Markup($0.message) }
    return lines.isEmpty ? nil : .heading("To review", level: 3) + .list(lines)
}

private let changedBase = "E0264"
