import ArgumentParser
import Compute
import Definitions
import PipelineRunner
import Reporting
import RunStore
import SQLPrinting
import Tables

/// `pipeline show KPI`: what a figure is, in its own words; `--finding`: what the figures say of an inspection's finding.
struct ShowVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a KPI's definition, its standard, its settings, and who says so; or a finding.",
        discussion:
            "A finding is shown from the latest published run: what its figures were before the inspection and since.")

    @OptionGroup var common: CommonOptions

    @Argument(help: "A KPI's id, in any case.")
    var kpi: String?

    @Option(
        name: .customLong("finding"), defaultAsFlag: "", parsing: .next,
        help: "A finding of an inspection, by its id in any case; without an id, all of them.")
    var finding: String?

    @Flag(name: .customLong("origin"), help: "Also where each part is written, and what the force changed.")
    var withOrigin = false

    @Flag(name: .customLong("sql"), help: "Also its SQL, over the tables that pipeline tables writes.")
    var withSQL = false

    mutating func validate() throws {
        if (kpi == nil) == (finding == nil) {
            throw ValidationError("Give either the id of a KPI, or --finding with the id of a finding.")
        }
        if finding != nil, withOrigin || withSQL { throw ValidationError("--origin and --sql go with a KPI.") }
    }

    func run() async throws {
        let definition = try loadPipeline(folder: try common.folder(), overrides: common.overrides)
        if let finding {
            return try Terminal.say(finding.isEmpty ? findingList(definition) : try findingLines(finding, definition))
        }
        guard let kpi else { return }
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
        let folder = publication.folder(asOf: latest.asOf, run: latest.run)
        let published = try publishedComparisons(of: figure.id, inRun: folder)
        let beside = comparisonLines(published.comparisons, figure)
        let among = funnelLines(published.funnels, figure).map { "  \($0)" }
        return ["", "\(month.label), as run \(latest.run) of \(latest.asOf) published it:"] + lines
            + (beside.isEmpty ? [] : ["", "Beside what others published, over the same days:"] + beside)
            + (among.isEmpty ? [] : ["", "Among all forces that are supplied:"] + among)
    }

    private func findingList(_ definition: PipelineDefinition) -> [String] {
        let rows = definition.inspections.flatMap { inspection in
            inspection.findings.map { finding in
                [
                    finding.id, Period.text(inspection.on), finding.kind.words, finding.figures.joined(separator: ", "),
                    finding.closure.map { closureText($0) } ?? "-",
                ]
            }
        }
        guard !rows.isEmpty else { return ["\(definition.force) declares no findings: inspections.yaml holds them."] }
        return textTable(header: ["Finding", "Inspection", "Kind", "KPIs", "Closed"], rows: rows)
    }

    /// The finding as the latest published run has it, by that run's own definitions.
    private func findingLines(_ id: String, _ current: PipelineDefinition) throws -> [String] {
        let publication = Publication(output: current.folders.output)
        guard let latest = publication.latest else {
            let (finding, inspection) = try findFinding(id, in: current)
            return Reporting.findingLines(finding, of: inspection, [], current)
                + ["", "No run is published yet: pipeline run computes the figures."]
        }
        let definition = try loadPublished(latest, in: publication, like: current)
        let known = definition.inspections.contains { $0.findings.contains { $0.id.lowercased() == id.lowercased() } }
        guard known else {
            let (finding, inspection) = try findFinding(id, in: current)
            return Reporting.findingLines(finding, of: inspection, [], current)
                + ["", "Run \(latest.run) of \(latest.asOf) does not know it yet: pipeline run computes its figures."]
        }
        let (finding, inspection) = try findFinding(id, in: definition)
        let rows = try publishedEvidence(inRun: publication.folder(asOf: latest.asOf, run: latest.run))
            .filter { $0.finding == finding.id }
        return Reporting.findingLines(finding, of: inspection, rows, definition)
            + ["", "As run \(latest.run) of \(latest.asOf) published it. Before and after say nothing of why."]
    }
}
