import Compute
import Definitions
import Expressions
import Reporting
import Tables

/// A figure's definition as lines for a reader.
func describe(_ figure: FigureDefinition, _ definition: PipelineDefinition, on day: CivilDate) -> [String] {
    ["\(figure.id)  \(figure.name)", ""]
        + definitionLines(figure, definition, on: day).map { $0.text(width: 16) }
}

/// Where a figure is written, and how the force's version differs from ours.
func originLines(_ figure: FigureDefinition, _ definition: PipelineDefinition) -> [String] {
    var lines = [""] + originLines(of: figure.id, definition)
    if let change = figure.change {
        lines.append("because         \(change.because)")
        lines.append("by              \(change.by), \(change.on)")
    }
    if let table = definition.tables.first(where: { $0.name == figure.table }) {
        lines.append("table           \(table.name), \(place(table.location))")
    }
    if let standard = definition.standards.first(where: { $0.name == figure.standard }) {
        lines.append("standard        \(standard.name), \(place(standard.location))")
    }
    for name in definition.reads(of: figure).settings {
        guard let setting = definition.settings.first(where: { $0.name == name }) else { continue }
        let owner = setting.values.contains(where: \.isLocal) ? definition.force : "peel"
        lines.append("setting         \(name) of \(owner), \(place(setting.location))")
    }
    let warnings = definition.warnings.filter { $0.message.contains(figure.id) }
    return lines + warnings.map { "review          \($0.message)" }
}

/// Key by key: our text, and theirs where the force says otherwise; and the hash that `base:` of a change needs.
func originLines(of id: String, _ definition: PipelineDefinition) -> [String] {
    guard let found = origin(of: id, in: definition) else { return [] }
    // Paths in a run's definitions begin below the folder that holds ours and theirs.
    let above = definition.folder.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
        separator: "/")
    let folder = above.isEmpty ? "" : above + "/"
    var lines = ["written in      \(folder)\(place(found.location))"]
    for field in found.fields {
        let label = "  " + field.key + String(repeating: " ", count: max(1, 14 - field.key.count))
        let owner = found.ourHash == nil ? "" : "ours:   "
        if let ours = field.ours ?? (field.theirs == nil ? "" : nil) {
            lines.append(label + owner + ours)
            if let theirs = field.theirs { lines.append(String(repeating: " ", count: 16) + "theirs: \(theirs)") }
        } else if let theirs = field.theirs {
            lines.append(label + (owner.isEmpty ? "" : "theirs: ") + theirs)
        }
    }
    if let changed = found.changeLocation { lines.append("changed in      \(folder)\(place(changed))") }
    if let hash = found.ourHash { lines.append("our hash        \(hash): `base:` of a change in kpis/changes.yaml") }
    return lines
}

private func place(_ location: Diagnostic.Location) -> String {
    [location.file, location.line.map(String.init)].compactMap { $0 }.joined(separator: ":")
}
