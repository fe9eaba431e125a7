import Compute
import Definitions
import Reporting
import RunStore
import Tables

/// Makes the lists of a run that is published and puts them beside the published tree, in one step as a run is; those of
/// older nights go. Figures are out by now: whatever goes wrong here is a warning.
func publishLists(of run: String, _ input: ComputeInput, _ interruption: Interruption) async -> [Diagnostic] {
    let definition = input.definition
    guard !definition.lists.isEmpty else { return [] }
    let publication = Publication(listsBeside: definition.folders.output)
    let asOf = "\(input.asOf.day)"
    do {
        if publication.latest.map({ $0.asOf == asOf && $0.run == run }) == true { return [] }
        let lists = try await interruptible(interruption) { try await makeLists(input) }
        let files = renderLists(
            lists, force: definition.force, marking: definition.marking, run: run, asOf: input.asOf.day,
            byteOrderMark: definition.csvByteOrderMark)
        try publication.prepare()
        _ = try publication.publish(files.map { ($0.path, $0.bytes) }, asOf: asOf, run: run)
        try removeOldLists(publication, keeping: definition.keep.lists)
        return []
    } catch let trouble as Diagnostic {
        return [
            Diagnostic(
                .warning, code: "E0491", "the lists were not written: \(trouble.message)",
                help: trouble.help ?? listsHelp)
        ]
    } catch is CancellationError {
        return [Diagnostic(.warning, code: "E0491", "the lists were not written: interrupted", help: listsHelp)]
    } catch {
        return [Diagnostic(.warning, code: "E0491", "the lists were not written: \(error)", help: listsHelp)]
    }
}

private let listsHelp = "the figures are published; the next run writes its lists again"

/// Only the newest lists of a day are of use to anybody, and only those of a few days.
private func removeOldLists(_ publication: Publication, keeping days: Int) throws(Diagnostic) {
    for item in listsToKeep(publication, days: days) where item.keptBecause == nil {
        try publication.remove(asOf: "\(item.run.asOf)", run: item.run.run)
    }
}
