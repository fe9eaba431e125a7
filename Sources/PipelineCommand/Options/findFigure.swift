import Compute
import Definitions
import Tables

/// A figure by its id in any case. A misspelt id is answered with the nearest; one that the force leaves out with why.
func findFigure(_ id: String, in definition: PipelineDefinition) throws -> FigureDefinition {
    if let found = definition.figures.first(where: { $0.id == id }) { return found }
    if let found = definition.figures.first(where: { $0.id.lowercased() == id.lowercased() }) { return found }
    if let left = definition.leftOut.first(where: { $0.id.lowercased() == id.lowercased() }) {
        throw Diagnostic(
            code: "E0107", "\(left.id) (\(left.name)) is left out by \(definition.force): \(left.because)",
            help: "kpis/changes.yaml says so; take its leave_out away to compute it")
    }
    let nearest = nearestName(to: id, among: definition.figures.map(\.id))
    throw Diagnostic(
        code: "E0106", "there is no KPI '\(id)'",
        help: (nearest.map { "did you mean \($0)? " } ?? "") + "pipeline list names all of them")
}

/// A period as the reader wrote it.
func readPeriod(_ text: String) throws -> Period {
    guard let period = Period(parsing: text) else {
        throw Diagnostic(
            code: "E0112", "'\(text)' is not a period",
            help: "write 2026-09-14, 2026-W37, 2026-09, 2026-Q3, FY2026-27, 2026, R12-2026-09 or 2025-10..2026-06")
    }
    return period
}

/// `queue=Rape` as a dimension and its member. The dimension must be one of the figure's table.
func readMember(_ text: String, of figure: FigureDefinition, in definition: PipelineDefinition) throws
    -> (dimension: String, member: String)
{
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
        throw Diagnostic(code: "E0113", "'\(text)' is not a member", help: "write --where dimension=member")
    }
    let dimension = try findDimension(String(text[..<equals]), of: figure, in: definition)
    return (dimension, String(text[text.index(after: equals)...]))
}

/// A dimension that a figure's rows can be told apart by; those of both sides for one that is made of two.
func findDimension(_ name: String, of figure: FigureDefinition, in definition: PipelineDefinition) throws -> String {
    let sides = definition.parts(of: figure).map(\.table)
    let tables = sides.isEmpty ? [figure.table] : sides
    let names = tables.dropFirst().reduce(dimensions(of: tables[0], in: definition)) { names, table in
        let others = dimensions(of: table, in: definition)
        return names.filter { others.contains($0) }
    }
    if let found = names.first(where: { $0.lowercased() == name.lowercased() }) { return found }
    let nearest = nearestName(to: name, among: names).map { "did you mean \($0)? " } ?? ""
    throw Diagnostic(
        code: "E0114", "\(sides.isEmpty ? figure.table : figure.id) has no dimension '\(name)'",
        help: nearest + (names.isEmpty ? "it has none" : "it has \(names.joined(separator: ", "))"))
}

private func dimensions(of table: String, in definition: PipelineDefinition) -> [String] {
    var names: [String] = []
    var next: String? = table
    while let here = next, let found = definition.tables.first(where: { $0.name == here }) {
        names += found.dimensions.map(\.name).filter { !names.contains($0) }
        if case .table(let parent) = found.from { next = parent } else { next = nil }
    }
    return names
}
