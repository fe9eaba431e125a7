import Compute
import Definitions
import PipelineRunner
import Reporting
import RunStore
import Tables
import Testing

/// What a reader is told of a finding: whole texts, from a published run.
@Suite("Findings in words")
struct FindingLinesTests {
    private func lines(_ id: String, _ force: EvidenceForce) throws -> [String] {
        let definition = try loadPipeline(folder: "\(force.folder.path)/Pipelines/small")
        let inspection = try #require(definition.inspections.first)
        let finding = try #require(inspection.findings.first { $0.id == id })
        let rows = try publishedEvidence(inRun: "\(force.folder.path)/out/latest").filter { $0.finding == id }
        return findingLines(finding, of: inspection, rows, definition)
    }

    @Test("Before, since, the difference, the months, and what is not computed")
    func whole() async throws {
        let force = try EvidenceForce()
        let report = await force.run()
        try #require(report.failure == [])
        let expected = """
            visit-1  area for improvement
            999 calls wait too long.

            Inspection:      Visit of June 2026, 22 Jun 2026 (fictional)
            Source:          made up for this test
            Question:        responding-to-the-public (How does the force answer calls for service and attend?)
            Closed:          nobody is recorded as saying so
            Does not show:   what callers were asked

            C01  999 calls answered in under 10 seconds
              Before:          60.0% (48 of 80), May 2026 (1 month)
              Since:           80.0% (56 of 70), Jul 2026 to Sep 2026 (3 months)
              Difference:      20 points higher after than before (95% interval 5.2 points to 33.4 points)
              Months:          2 of 3 at or above 80% (local); the newest 2 in a row
              Variation:       the newest month is common cause, trial limits; as the months vary, chance decides which are there

            A01  Emergencies attended within target
              Not computed:    not supplied. pipeline list --unmeasurable says why.
            """
        #expect(try lines("visit-1", force).joined(separator: "\n") == expected)
    }

    @Test("Closed is said with who said so, when and where")
    func closed() async throws {
        let force = try EvidenceForce()
        _ = await force.run()
        let found = try lines("visit-2", force)
        #expect(found.contains("Closed:          by The inspectors on 3 Aug 2026, letter of August"))
    }

    @Test("findings.csv holds the numbers, and a figure that is not computed nothing but its state")
    func table() async throws {
        let force = try EvidenceForce()
        _ = await force.run()
        let text = try force.folder.text("out/latest/findings.csv").split(separator: "\r\n").map(String.init)
        #expect(text.count == 4)
        #expect(text[0] == findingColumns.joined(separator: ","))
        let first =
            "visit,2026-06-22,visit-1,area_for_improvement,999 calls wait too long.,responding-to-the-public,C01,"
            + "999 calls answered in under 10 seconds,share,percent,999-answer,>=,80,2026-05-01,2026-05-31,1,60,48,80,"
            + "2026-07-01,2026-09-30,3,80,56,70,80,80,ok,20,"
        #expect(text[1].hasPrefix(first))
        #expect(text[1].contains(",2,2,\"common cause, trial limits\",what callers were asked,,,,hit or miss,ok,,"))
        let second =
            "visit,2026-06-22,visit-1,area_for_improvement,999 calls wait too long.,responding-to-the-public,A01,"
        #expect(text[2].hasPrefix(second))
        #expect(text[2].contains(",percent,,,,,,0,,,,,,0,,,,,,not_supplied,,,,,,,what callers were asked,,,,,,,"))
    }

    @Test("Nothing that we never claim stands in what we say of findings and frameworks")
    func claims() async throws {
        let force = try EvidenceForce()
        _ = await force.run()
        let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
        let sample = try loadPipeline(folder: "\(root)/Pipelines/loamshire")
        var texts = try lines("visit-1", force) + lines("visit-2", force)
        for framework in sample.frameworks { texts += frameworkLines(framework, [:], sample) + gapLines(framework) }
        texts += gapLines(sample.frameworks)
        for inspection in sample.inspections {
            for finding in inspection.findings { texts += findingLines(finding, of: inspection, [], sample) }
        }
        texts.append(try force.folder.text("out/latest/findings.csv"))
        // A KPI's name says what is counted, and claims nothing.
        let names = Set(sample.reportedFigures.map { $0.name.lowercased() })
        for phrase in FindingLinesTests.neverClaimed {
            let found = texts.map { $0.lowercased() }.filter { $0.contains(phrase) }
            #expect(found.filter { line in !names.contains { line.contains($0) } } == [], "\(phrase)")
        }
    }

    /// CONTRACTS section 12.
    static let neverClaimed = [
        "meets the national standard", "predicted", "on track", "inspection-ready", "compliant", "lawful", "effective",
        "quality", "appropriate", "because of", "all victims", "no breaches", "complete data", "measurement error",
        "official statistics", "approved", "a grade", "accuracy",
    ]
}
