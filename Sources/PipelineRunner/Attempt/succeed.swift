import Compute
import Definitions
import Ingest
import Reporting
import RunStore
import Tables

extension RunAttempt {
    /// The end of a run that published, or found that it had nothing new to publish.
    func succeed(_ material: RunMaterial, _ outcome: Publication.Outcome, gaps: [String]) -> RunReport {
        let exitCode: Int32 = gaps.isEmpty ? 0 : 3
        let publication = Publication(output: material.definition.folders.output)
        let folder = publication.folder(asOf: "\(material.asOf.day)", run: material.run)
        let words = outcome == .upToDate ? "up to date, nothing rewritten" : "published"
        let status: StatusReport.Outcome =
            outcome == .upToDate && gaps.isEmpty ? .upToDate : gaps.isEmpty ? .published : .publishedInPart
        let ended = ending(exitCode)
        let trouble = leaveStatus(
            status, ended, messages: gapMessages(gaps), record: runRecord(material, attempt: ended))
        var summary = summaryText(material, outcome: words, folder: folder)
        if !gaps.isEmpty {
            summary = Array(summary.prefix(39)) + ["with something left out: read \(publication.output)/status.html"]
        }
        // Figures are out by now: a status that could not be written is said, and is not a failed run.
        return RunReport(exitCode: exitCode, summary: summary, failure: trouble.map { ["\($0)"] } ?? [])
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
