import ArgumentParser
import Compute
import Definitions
import PipelineRunner
import Reporting
import RunStore
import Tables

/// `pipeline release`: a figure that is given to somebody is written into the force's register.
struct ReleaseVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Write a figure that is given to somebody into releases.csv, so that its later movement is told.",
        discussion: """
            The value is taken from a published run as it stands there. From the next night on every summary, status and \
            first page says when the figures no longer repeat it; pipeline releases lists them all.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: "A KPI's id, in any case.")
    var kpi: String

    @Option(help: "The period, such as 2026-09, FY2026-27 or 2025-10..2026-06.")
    var period: String

    @Option(help: "Which of its numbers, such as share or median (default: its first).")
    var statistic: String?

    @Option(name: .customLong("where"), help: "One member of a dimension: queue=101.")
    var member: String?

    @Option(help: "Who it is given to.")
    var to: String

    @Option(help: "Your reference, such as the number of the request.")
    var ref: String

    @Option(name: .customLong("run"), help: "The published run that says it, by its id (default: latest).")
    var runID: String?

    func run() throws {
        let current = try loadPipeline(folder: try common.folder(), overrides: common.overrides)
        let publication = Publication(output: current.folders.output)
        let run = try findRun(runID ?? "latest", in: publication)
        let figure = try findFigure(kpi, in: current)
        let asked = try readPeriod(period)
        let choice = try member.map { try readMember($0, of: figure, in: current) }
        let folder = publication.folder(asOf: run.asOf, run: run.run)
        let statistics = try publishedStatistics(of: figure.id, inRun: folder)
        guard let name = statistic ?? statistics.first, statistics.contains(name) else {
            let nearest = statistic.flatMap { nearestName(to: $0, among: statistics) }.map { "did you mean \($0)? " }
            throw Diagnostic(
                code: "E0125", "run \(run.run) has no \(statistic ?? "figure") of \(figure.id)",
                help: (nearest ?? "")
                    + (statistics.isEmpty ? "choose another run" : "it has \(statistics.joined(separator: ", "))"))
        }
        let row = try publishedFigure(
            figure, statistic: name, period: asked, dimension: choice?.dimension ?? "all",
            member: choice?.member ?? "all", inRun: folder)
        guard let row, let value = row.value else {
            let state = row.map { ": it is \($0.state.rawValue)" } ?? ""
            throw Diagnostic(
                code: "E0125",
                "run \(run.run) says nothing of \(figure.id) \(name)\(member.map { " \($0)" } ?? "") for "
                    + "\(asked.label)\(state)",
                help: "release a figure that has a value in results.csv or breakdowns.csv of the run")
        }
        guard let asOf = CivilDate(run.asOf) else { return }
        let release = Release(
            kpi: figure.id, statistic: name, period: asked, dimension: row.dimension, member: row.member, value: value,
            numerator: row.numerator, denominator: row.denominator, unit: figure.unit.word, run: run.run, asOf: asOf,
            releasedOn: try localToday(of: current), to: try plain(to, "--to"), reference: try plain(ref, "--ref"))
        try addRelease(release, to: current.folder)
        var lines = [
            "\(releaseTitle(release)) is in \(current.folder)/\(Release.fileName): \(figureText(row, figure))"
        ]
        if row.state == .part || row.state == .immature {
            lines.append("It is \(row.state == .part ? "of part of its period" : "immature"), so it will move.")
        }
        try Terminal.say(lines)
    }

    private func plain(_ text: String, _ option: String) throws -> String {
        let isPlain = !text.isEmpty && !text.unicodeScalars.contains { $0.value < 32 || $0.value == 127 }
        guard isPlain, text.contains(where: { $0 != " " }) else {
            throw ValidationError("\(option) takes one line of text.")
        }
        return text
    }
}
