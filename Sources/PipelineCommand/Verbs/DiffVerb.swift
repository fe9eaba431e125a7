import ArgumentParser
import Definitions
import PipelineRunner
import RunStore
import Tables

/// `pipeline diff`: why the figures of one published run are not those of another.
struct DiffVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Explain how figures moved between two published runs: rows, settings, definitions, program.",
        discussion: """
            Each movement is taken apart in a fixed order: rows (late, changed, removed), then settings and standards, \
            then other definitions, then the program. The parts add up to the whole. What can no longer be made again, \
            because exports or definitions are gone, is said.

            Without a run: the latest against the one published before it. With one: that against the latest.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: "The older run, by its id (default: the one published before the newer).")
    var older: String?

    @Argument(help: "The newer run (default: latest).")
    var newer: String?

    @Option(help: "One KPI, in all its periods (default: the twenty biggest movements of months that were over).")
    var kpi: String?

    func run() async throws {
        let definition = try loadPipeline(folder: try common.folder(), overrides: common.overrides)
        let publication = Publication(output: definition.folders.output)
        guard publication.latest != nil else {
            throw Diagnostic(
                code: "E0117", "nothing is published yet", help: "pipeline run publishes the first figures")
        }
        let to = try find(newer ?? "latest", in: publication, definition)
        let before = try older.map { try find($0, in: publication, definition) }
        guard let from = before ?? previousRun(before: to, in: publication, state: definition.folders.state) else {
            try Terminal.say(["Only one run is published, \(to.asOf)/\(to.run): there is nothing to compare it with."])
            return
        }
        let id = try kpi.map { try findFigure($0, in: definition).id }
        let line = common.progressLine()
        let diff = try await diffRuns(
            from: from, to: to, in: publication, definition: definition,
            request: try common.request(progress: line), kpi: id, most: id == nil ? 20 : 60)
        line?.clear()
        try Terminal.say(diffLines(diff, definition))
    }

    /// A published run; of one that the history knows and the folders no longer have, that it is gone.
    private func find(_ id: String, in publication: Publication, _ definition: PipelineDefinition) throws
        -> (asOf: String, run: String)
    {
        do {
            return try findRun(id, in: publication)
        } catch {
            let known = (try? History.look(state: definition.folders.state)?.runs()) ?? []
            guard let gone = known.last(where: { $0.run.hasPrefix(id.lowercased()) }),
                !publication.holds(asOf: gone.asOf, run: gone.run)
            else { throw error }
            throw Diagnostic(
                code: "E0117", "run \(gone.asOf)/\(gone.run) is no longer there and cannot be explained any more",
                help: "what it said of each KPI is kept: pipeline history KPI")
        }
    }
}
