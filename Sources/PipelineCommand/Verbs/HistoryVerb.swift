import ArgumentParser
import Definitions
import PipelineRunner
import RunStore
import Tables

/// `pipeline history`: what was said of a KPI and when, or the last attempts.
struct HistoryVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Say what published runs said of a KPI, and when; without one, list the last attempts.",
        discussion: """
            A line stands for a figure that differed from the one said before. Without --period it is about the newest \
            twelve months. A run made later for an earlier day says what its exports give, not what was known on that day.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: "A KPI's id, in any case (default: the last twenty attempts at a run).")
    var kpi: String?

    @Option(help: "One period, such as 2026-09, 2026-W37 or FY2026-27.")
    var period: String?

    mutating func validate() throws {
        if kpi == nil, period != nil { throw ValidationError("--period needs a KPI.") }
    }

    func run() throws {
        let definition = try loadPipeline(folder: try common.folder(), overrides: common.overrides)
        let history = try History.look(state: definition.folders.state)
        guard let kpi else {
            let attempts = try history?.attempts(last: 20) ?? []
            try Terminal.say(
                attempts.isEmpty ? ["Nothing is remembered yet: no run was attempted."] : attemptLines(attempts))
            return
        }
        let figure = try findFigure(kpi, in: definition)
        let asked = try period.map { try readPeriod($0) }
        let said = try history?.said(of: figure.id, period: asked?.id) ?? []
        guard !said.isEmpty else {
            let when = asked.map { " for \($0.label)" } ?? ""
            try Terminal.say(["Nothing is remembered of \(figure.id)\(when)."])
            return
        }
        try Terminal.say(historyLines(said, figure, isOnePeriod: asked != nil))
    }
}
