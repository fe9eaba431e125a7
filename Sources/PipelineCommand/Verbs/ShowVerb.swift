import ArgumentParser
import Definitions
import PipelineRunner
import Reporting
import RunStore
import SQLPrinting
import Tables

/// `pipeline show KPI`: what a figure is, in its own words.
struct ShowVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a KPI's definition, its standard, its settings, and who says so.")

    @OptionGroup var common: CommonOptions

    @Argument(help: "A KPI's id, in any case.")
    var kpi: String

    @Flag(name: .customLong("origin"), help: "Also where each part is written, and what the force changed.")
    var withOrigin = false

    @Flag(name: .customLong("sql"), help: "Also its SQL, over the tables that pipeline tables writes.")
    var withSQL = false

    func run() async throws {
        let definition = try loadPipeline(folder: try common.folder(), overrides: common.overrides)
        let left = definition.leftOut.first { $0.id.lowercased() == kpi.lowercased() }
        if let left, withOrigin {
            // Left out, it still is ours to read about.
            let title = "\(left.id)  \(left.name), left out by \(definition.force): \(left.because)"
            return try Terminal.say([title, ""] + originLines(of: left.id, definition))
        }
        let figure = try findFigure(kpi, in: definition)
        let zone = try readZone(definition.timeZone)
        var lines = describe(figure, definition, on: zone.day(System.now))
        if withOrigin { lines += originLines(figure, definition) }
        if withSQL { lines += ["", try printSQL(definition, kpis: [figure.id])] }
        try Terminal.say(lines)
    }
}
