import ArgumentParser
import Definitions
import PipelineRunner
import Reporting
import RunStore
import Tables

/// `pipeline report`: pages, charts and workbook of a published run once more, from its own data.
struct ReportVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Render the pages, charts and workbook of a published run again; its figures stay as they are.",
        discussion: """
            The run's data files are held against SHA256SUMS first; if one has changed, nothing is written (65). The same
            program renders the same bytes.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("A published run, by the beginning of its id (default: latest).", valueName: "run"))
    var published = "latest"

    func run() throws {
        let current = try loadPipeline(folder: try common.folder(), overrides: common.overrides)
        let publication = Publication(output: current.folders.output)
        let found = try findRun(published, in: publication)
        let done = try renderAgain(found, in: publication, like: current)
        let day = CivilDate(found.asOf).map { Period.text($0) } ?? found.asOf
        try Terminal.say([
            "\(current.force) (\(current.marking)), data to \(day), run \(found.run): rendered again",
            "\(files(done.written)) written, \(files(done.unchanged)) as before, \(files(done.removed)) removed",
            done.folder,
        ])
    }

    private func files(_ count: Int) -> String { count == 1 ? "1 file" : "\(groupedText(count)) files" }
}
