import ArgumentParser
import Compute
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
        lines += try publishedLines(figure, definition)
        if withOrigin { lines += originLines(figure, definition) }
        if withSQL { lines += ["", try printSQL(definition, kpis: [figure.id])] }
        try Terminal.say(lines)
    }

    /// The figure and what stands beside it as the latest published run has them, so that a reader sees how much a
    /// clock or a limit matters.
    private func publishedLines(_ figure: FigureDefinition, _ definition: PipelineDefinition) throws -> [String] {
        let publication = Publication(output: definition.folders.output)
        guard let latest = publication.latest else { return [] }
        let companions = definition.companions(of: figure)
        let rows = try newestMonth(
            of: [figure.id] + companions.map(\.id),
            inRun: publication.folder(asOf: latest.asOf, run: latest.run))
        guard let month = rows.first?.period else { return [] }
        let lines = rows.compactMap { row in
            definition.figures.first { $0.id == row.kpi }.map { shown in
                let boundary = BoundaryTest(of: shown, in: definition).flatMap {
                    boundarySentence(row, $0, unit: shown.unit)
                }
                let both = excludedSentence(row, figure: shown, definition)
                return "  \(shown.id) \(figureText(row, shown))"
                    + [boundary, both].compactMap { $0 }.map { ". \($0)" }.joined()
            }
        }
        return ["", "\(month.label), as run \(latest.run) of \(latest.asOf) published it:"] + lines
    }
}
