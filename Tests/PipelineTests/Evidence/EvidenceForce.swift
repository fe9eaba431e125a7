import PipelineRunner
import RunStore
import Tables

/// A force of one source whose 999 calls from May to September 2026 were counted by hand: before the inspection of June 48
/// of 80 in time, after it 56 of 70.
struct EvidenceForce {
    let folder: TemporaryFolder

    static let months: [(month: Int, hits: Int, count: Int)] = [
        (5, 48, 80), (6, 5, 10), (7, 18, 24), (8, 18, 22), (9, 20, 24),
    ]

    init() throws {
        folder = try TemporaryFolder()
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        let pipeline = """
            force: Small Police
            extends: /\(root)/Pipelines/peel
            inputs: ../../in
            output: ../../out
            state: ../../state
            """
        try folder.write("Pipelines/small/pipeline.yaml", pipeline)
        try folder.write("Pipelines/small/sources/calls.yaml", EvidenceForce.source)
        try folder.write("Pipelines/small/standards.yaml", EvidenceForce.standards)
        try folder.write("Pipelines/small/inspections.yaml", EvidenceForce.inspections)
        try folder.write("in/calls_20260930.csv", EvidenceForce.calls)
    }

    static let source = """
        source: phones
        table: calls
        files: "calls_{yyyyMMdd}.csv"
        columns:
          call_id: { from: Id }
          channel: { constant: "999" }
          offered_at: { from: Offered, format: "yyyy-MM-dd HH:mm:ss" }
          answered_at: { from: Answered, format: "yyyy-MM-dd HH:mm:ss" }
          disposition: { constant: answered }
        """
    static let standards = """
        standards:
        - { id: 999-answer, rule: ">=", value: 80 %, authority: our plan, status: local }
        """
    static let inspections = """
        inspections:
        - id: visit
          title: Visit of June 2026
          on: 2026-06-22
          source: made up for this test
          fictional: yes
          findings:
          - id: visit-1
            kind: area_for_improvement
            text: 999 calls wait too long.
            figures: [C01, A01]
            question: responding-to-the-public
            does_not_show: what callers were asked
          - id: visit-2
            kind: other
            text: Done already.
            figures: [C02]
            does_not_show: how
            closed: { by: The inspectors, on: 2026-08-03, ref: letter of August }
        """

    /// The first of each month's calls is on its first day, the second on its last.
    static var calls: String {
        var text = "Id,Offered,Answered\n"
        for (month, hits, count) in months {
            for place in 0..<count {
                let last = CivilDate.length(ofMonth: month, year: 2026)
                let day = "2026-\(padded(month, 2))-\(padded(place == 0 ? 1 : place == 1 ? last : 15, 2))"
                // Seconds of all kinds: stamps that all end in :00 would be taken for times to the minute.
                let second = place % 30
                let answered = second + (place < hits ? 5 : 20)
                text += "\(month)-\(place),\(day) 12:00:\(padded(second, 2)),\(day) 12:00:\(padded(answered, 2))\n"
            }
        }
        return text
    }

    func run() async -> RunReport {
        await runPipeline(
            RunRequest(folder: "\(folder.path)/Pipelines/small", asOf: CivilDate("2026-09-30"), jobs: 2))
    }
}
