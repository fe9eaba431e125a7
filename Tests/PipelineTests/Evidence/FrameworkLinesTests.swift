import Compute
import Definitions
import Reporting
import Tables
import Testing

/// A framework's questions, the KPIs that bear on them, and what nothing measures: whole texts.
@Suite("Frameworks in words")
struct FrameworkLinesTests {
    private func definition() throws -> PipelineDefinition {
        let texts = [
            "base/schema/calls.yaml": """
            schema: calls
            key: [call_id]
            time: offered_at
            columns:
              call_id: { type: id, required: true }
              offered_at: { type: time, required: true }
              wait: { type: duration, absent: null }
            """,
            "base/tables/calls.yaml": """
            table: contacts
            from: source.calls
            time: offered_at
            """,
            "base/kpis/calls.yaml": """
            defaults: { table: contacts, period: offered_at }
            kpis:
            - { id: C01, name: In ten seconds, share: wait < 10 s }
            - { id: C02, name: Calls, count: rows, unit: calls }
            - { id: C03, name: Mean wait, mean: wait, unit: s }
            """,
            "base/frameworks/programme.yaml": """
            framework: programme
            title: A programme
            source: https://example.org/programme
            read: 2026-11-21
            note: Only its heads.
            questions:
            - id: calls
              text: How are calls answered?
              figures: ["C0*"]
              gaps:
              - { what: whether callers were understood, why: nobody writes it down, evidence: an audit of calls }
            - { id: victims, text: What do victims say?, gaps: [ { what: what they say, why: no survey, evidence: one } ] }
            """,
            "base/frameworks/second.yaml": """
            framework: second
            title: Another
            source: there
            read: 2026-11-20
            questions:
            - { id: victims, text: And victims?, gaps: [ { what: what they say, why: no survey, evidence: one } ] }
            """,
            "force/pipeline.yaml": "force: Testshire\nextends: base\ninputs: in\n",
            "force/kpis/changes.yaml": "changes:\n- { id: C03, leave_out: true, because: no times }\n",
        ]
        return try loadPipeline(
            files: texts.map { .init(path: $0.key, bytes: Array($0.value.utf8)) }, folder: "force")
    }

    @Test("Questions with their KPIs and how each stands in the latest run")
    func questions() throws {
        let definition = try definition()
        let row = shareRow(90, of: 120, .notMet)
        let expected = """
            programme  A programme
            Paraphrased from https://example.org/programme, read on 21 Nov 2026.
            Only its heads.

            calls: How are calls answered?
              C01         In ten seconds: Sep 2026: 75.0% (90 of 120), not met
              C02         Calls: no run yet
              C03         Mean wait: left out, no times
              1 thing that no export shows: pipeline list --framework programme --gaps

            victims: What do victims say?
              1 thing that no export shows: pipeline list --framework programme --gaps
            """
        #expect(frameworkLines(definition.frameworks[0], ["C01": row], definition).joined(separator: "\n") == expected)
    }

    @Test("What nothing measures, why, and what would evidence it")
    func gaps() throws {
        let expected = """
            programme  A programme
            Paraphrased from https://example.org/programme, read on 21 Nov 2026.
            Only its heads.

            calls: How are calls answered?
              - whether callers were understood
                why: nobody writes it down
                what would evidence it: an audit of calls

            victims: What do victims say?
              - what they say
                why: no survey
                what would evidence it: one
            """
        #expect(gapLines(try definition().frameworks[0]).joined(separator: "\n") == expected)
    }

    @Test("Of all frameworks each gap once")
    func once() throws {
        let expected = """
            - whether callers were understood
              why: nobody writes it down
              what would evidence it: an audit of calls
            - what they say
              why: no survey
              what would evidence it: one
            """
        #expect(gapLines(try definition().frameworks).joined(separator: "\n") == expected)
    }

    @Test("A KPI without a value says why, and one that has none in its month which month")
    func states() {
        var row = shareRow(0, of: 0, nil)
        row.state = .empty
        #expect(stateText(row, figure()) == "Sep 2026: nothing to measure")
        row.state = .notSupplied
        #expect(stateText(row, figure()) == "not supplied")
    }
}
