import Definitions
import Tables

/// A framework by its id in any case.
func findFramework(_ id: String, in definition: PipelineDefinition) throws -> Framework {
    if let found = definition.frameworks.first(where: { $0.id.lowercased() == id.lowercased() }) { return found }
    let names = definition.frameworks.map(\.id)
    let nearest = nearestName(to: id, among: names).map { "did you mean \($0)? " } ?? ""
    throw Diagnostic(
        code: "E0123", "there is no framework '\(id)'",
        help: nearest + (names.isEmpty ? "the definitions have none" : "there is \(names.joined(separator: ", "))"))
}

/// A finding by its id in any case, with the inspection that made it.
func findFinding(_ id: String, in definition: PipelineDefinition) throws
    -> (finding: Inspection.Finding, inspection: Inspection)
{
    for inspection in definition.inspections {
        if let found = inspection.findings.first(where: { $0.id.lowercased() == id.lowercased() }) {
            return (found, inspection)
        }
    }
    let names = definition.inspections.flatMap { $0.findings.map(\.id) }
    let nearest = nearestName(to: id, among: names).map { "did you mean \($0)? " } ?? ""
    throw Diagnostic(
        code: "E0122", "there is no finding '\(id)'",
        help: nearest
            + (names.isEmpty
                ? "\(definition.force) declares none in inspections.yaml" : "there is \(names.joined(separator: ", "))")
    )
}
