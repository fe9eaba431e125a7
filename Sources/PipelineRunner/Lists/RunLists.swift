import Compute
import Definitions
import Reporting
import RunStore
import Tables

/// The lists of a run: made while its rows are here, and put beside the published tree once its figures are out, in one step
/// as a run is. Whatever goes wrong with them is a warning.
struct RunLists {
    private let run: String
    private let asOf: String
    private let publication: Publication
    /// How many days' lists stay.
    private let days: Int
    private let files: Files

    private enum Files {
        /// The force asks for no lists.
        case none
        /// They are where they belong already.
        case published
        case made(Result<[RenderedFile], any Error>)
    }

    init(of run: String, _ input: ComputeInput, _ interruption: Interruption) async {
        let definition = input.definition
        let (asOf, publication) = ("\(input.asOf.day)", Publication(listsBeside: definition.folders.output))
        (self.run, self.asOf, self.publication, days) = (run, asOf, publication, definition.keep.lists)
        if definition.lists.isEmpty {
            files = .none
            return
        }
        if publication.latest.map({ $0.asOf == asOf && $0.run == run }) == true {
            files = .published
            return
        }
        do {
            let lists = try await interruptible(interruption) { try await makeLists(input) }
            files = .made(
                .success(
                    renderLists(
                        lists, force: definition.force, marking: definition.marking, run: run, asOf: input.asOf.day,
                        byteOrderMark: definition.csvByteOrderMark)))
        } catch {
            files = .made(.failure(error))
        }
    }

    /// Publishes them; those of older nights go, and so does what a run left that was killed while it removed some.
    func publish() -> [Diagnostic] {
        do {
            switch files {
            case .none: return []
            case .published: try publication.prepare()
            case .made(let made):
                let made = try made.get()
                try publication.prepare()
                _ = try publication.publish(made.map { ($0.path, $0.bytes) }, asOf: asOf, run: run)
            }
            try removeOld()
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

    /// Only the newest lists of a day are of use to anybody, and only those of a few days.
    private func removeOld() throws(Diagnostic) {
        for item in listsToKeep(publication, days: days) where item.keptBecause == nil {
            try publication.remove(asOf: "\(item.run.asOf)", run: item.run.run)
        }
    }
}

private let listsHelp = "the figures are published; the next run writes its lists again"
