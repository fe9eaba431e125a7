import Compute
import Definitions
import Ingest
import Reporting
import RunStore
import Tables

extension RunAttempt {
    /// The end of a run that published, and what it says.
    func succeed(_ material: RunMaterial, _ pages: PageMaterial, _ summary: [String], gaps: [String]) -> RunReport {
        know(pages.moved)
        var summary = summary
        if !isWhole(gaps) {
            let publication = Publication(output: material.definition.folders.output)
            summary = Array(summary.prefix(39)) + [leftOutLine(publication)]
        }
        return end(.published, summary: summary, gaps: gaps) { runRecord(material, attempt: $1) }
    }

    /// The end of a run whose figures have been published already; nothing when they have not.
    func endIfPublished(_ run: String, _ definition: PipelineDefinition, asOf: AsOf, gaps: [String]) throws(Diagnostic)
        -> RunReport?
    {
        let publication = Publication(output: definition.folders.output)
        let day = "\(asOf.day)"
        guard !request.isDryRun, publication.holds(asOf: day, run: run) else { return nil }
        let outcome = try publication.publish([], asOf: day, run: run)
        history.keep((day, run), of: publication, at: utcText(System.now))
        var summary = [
            "\(definition.force) (\(definition.marking)), data to \(Period.text(asOf.day)), run \(run)",
            "up to date, nothing rewritten: \(publication.folder(asOf: day, run: run))",
        ]
        if !isWhole(gaps) { summary.append(leftOutLine(publication)) }
        return end(outcome, summary: summary, gaps: gaps) { attemptRecord($0, run: run, gapMessages(gaps), $1) }
    }

    private func end(
        _ outcome: Publication.Outcome, summary: [String], gaps: [String],
        record: (StatusReport.Outcome, Attempt) -> JSON
    ) -> RunReport {
        let isWhole = isWhole(gaps)
        let lists = soFar.lists
        let exitCode: Int32 = isWhole ? 0 : 3
        let status: StatusReport.Outcome =
            outcome == .upToDate && isWhole ? .upToDate : isWhole ? .published : .publishedInPart
        let ended = ending(exitCode)
        let trouble = leaveStatus(status, ended, messages: gapMessages(gaps) + lists, record: record(status, ended))
        // Figures are out by now: a status that could not be written is said, and is not a failed run.
        return RunReport(
            exitCode: exitCode, summary: summary, failure: (lists + [trouble].compactMap { $0 }).map { "\($0)" })
    }

    /// Whether nothing was left out, of the figures or of the lists beside them.
    private func isWhole(_ gaps: [String]) -> Bool { gaps.isEmpty && soFar.lists.isEmpty }

    private func leftOutLine(_ publication: Publication) -> String {
        "with something left out: read \(publication.output)/status.html"
    }

    /// The end of a dry run: what would move, and nothing written.
    func compare(_ material: RunMaterial, gaps: [String]) -> RunReport {
        let publication = Publication(output: material.definition.folders.output)
        let lines = compareText(material, with: publication)
        let left = gaps.map { "would be left out: \($0)" }
        return RunReport(exitCode: gaps.isEmpty ? 0 : 3, summary: lines + left)
    }

    private func gapMessages(_ gaps: [String]) -> [Diagnostic] {
        gaps.map { Diagnostic(.warning, code: "E0490", $0) }
    }
}
