import Tables
import Testing

@testable import Definitions

/// Findings of inspections and the questions of frameworks, as analysts write them.
@Suite("Inspections and frameworks")
struct InspectionTests {
    static let framework = """
        framework: programme
        title: A programme
        source: https://example.org/programme
        read: 2026-11-21
        note: Heads only.
        questions:
        - { id: calls, text: How are calls answered?, figures: [C02, "C0*"], gaps: [ { what: w, why: y, evidence: e } ] }
        - { id: other, text: What else?, gaps: [ { what: v, why: y, evidence: e } ] }
        """
    static let inspections = """
        inspections:
        - id: visit-1
          title: A visit
          on: 2025-04-22
          source: nowhere
          fictional: yes
          findings:
          - id: visit-1-a
            kind: cause_of_concern
            text: Too late.
            figures: [C02, C01]
            question: calls
            does_not_show: why
            closed: { by: The inspectors, on: 2025-12-10, ref: letter }
          - { id: visit-1-b, kind: other, text: "Else.", figures: all, does_not_show: much }
        """

    private func fixture(framework: String = framework, inspections: String = inspections) -> Fixture {
        Fixture(["base/frameworks/programme.yaml": framework, "force/inspections.yaml": inspections])
    }

    @Test func everythingIsRead() throws {
        let definition = try fixture().load()
        let framework = try #require(definition.frameworks.first)
        #expect(framework.id == "programme" && framework.title == "A programme" && framework.note == "Heads only.")
        #expect(framework.source == "https://example.org/programme" && "\(framework.read)" == "2026-11-21")
        #expect(framework.questions.map(\.id) == ["calls", "other"])
        #expect(framework.questions.map(\.figures) == [["C02", "C01"], []])
        #expect(framework.questions[0].gaps == [Framework.Gap(what: "w", why: "y", evidence: "e")])
        let inspection = try #require(definition.inspections.first)
        #expect(inspection.id == "visit-1" && "\(inspection.on)" == "2025-04-22" && inspection.isFictional)
        #expect(inspection.findings.map(\.id) == ["visit-1-a", "visit-1-b"])
        let finding = inspection.findings[0]
        #expect(finding.kind == .causeOfConcern && finding.figures == ["C02", "C01"] && finding.question == "calls")
        #expect(finding.notShown == "why")
        #expect(
            finding.closure
                == Inspection.Closure(
                    by: "The inspectors", on: CivilDate(year: 2025, month: 12, day: 10), reference: "letter"))
        #expect(inspection.findings[1].figures == ["C01", "C02"] && inspection.findings[1].closure == nil)
    }

    @Test func theFilesAreKeptWithARun() throws {
        let paths = try fixture().load().files.map(\.path)
        #expect(paths.contains("base/frameworks/programme.yaml") && paths.contains("force/inspections.yaml"))
    }

    @Test func namesThatAreNoneAreAnsweredWithTheNearest() {
        let file = "force/inspections.yaml"
        let fixture = fixture(
            inspections: """
                inspections:
                - id: visit
                  title: A visit
                  on: 2025-04-22
                  source: nowhere
                  findings:
                  - { id: a, kind: 1️⃣cause_of_concer, text: t, figures: [2️⃣C03], question: 3️⃣cals, does_not_show: d }
                  - { id: 4️⃣A, kind: other, text: t, figures: ["5️⃣D*"], does_not_show: d }
                  - { id: 6️⃣b c, kind: other, text: t, figures: 7️⃣[], does_not_show: d }
                """)
        #expect(
            fixture.faults() == [
                """
                \(fixture.place("1️⃣", in: file)): error: `kind` is `cause_of_concer`, which is not one of its values [E0236]
                    help: did you mean `cause_of_concern`?
                """,
                """
                \(fixture.place("2️⃣", in: file)): error: there is no KPI `C03` [E0256]
                    help: did you mean `C01`?
                """,
                """
                \(fixture.place("3️⃣", in: file)): error: no framework has a question `cals` [E0236]
                    help: did you mean `calls`?
                """,
                "\(fixture.place("4️⃣", in: file)): error: a finding has the id `A`, which another has [E0242]",
                """
                \(fixture.place("5️⃣", in: file)): error: there is no KPI whose id begins with `D` [E0256]
                    help: it can be: C01, C02
                """,
                """
                \(fixture.place("6️⃣", in: file)): error: `b c` is not an id of a finding [E0235]
                    help: write letters, digits and `-`, such as `peel-2025-1`
                """,
                """
                \(fixture.place("7️⃣", in: file)): error: `figures` of a finding names no KPI [E0234]
                    help: write ids, the beginnings of ids such as `C05*`, or `all`
                """,
            ])
    }

    @Test func whatMustBeWrittenIsAskedFor() {
        let file = "force/inspections.yaml"
        let fixture = fixture(
            inspections: """
                inspections:
                - id: visit
                  title: A visit
                  on: 2025-04-22
                  source: nowhere
                  findings:
                  - 1️⃣{ id: a, kind: other, text: t, figures: [C01] }
                  - id: b
                    kind: other
                    text: t
                    figures: [C01]
                    does_not_show: d
                    closed: { by: us, on: 2️⃣2025-04-21, ref: r }
                """)
        #expect(
            fixture.faults() == [
                "\(fixture.place("1️⃣", in: file)): error: a finding needs the key `does_not_show` [E0234]",
                """
                \(fixture.place("2️⃣", in: file)): error: the finding is closed on 2025-04-21, before its inspection of \
                2025-04-22 [E0237]
                    help: correct one of the two days
                """,
            ])
    }

    @Test func aQuestionSaysSomething() {
        let file = "base/frameworks/programme.yaml"
        let fixture = fixture(
            framework: """
                framework: programme
                title: A programme
                source: here
                read: 2026-11-21
                questions:
                - 1️⃣{ id: calls, text: How? }
                - { id: other, text: What?, gaps: [ 2️⃣{ what: w, why: y } ] }
                """, inspections: "inspections: []")
        #expect(
            fixture.faults() == [
                """
                \(fixture.place("1️⃣", in: file)): error: a question needs `figures` or `gaps` [E0234]
                    help: name the KPIs that bear on it, or say what nothing measures and why
                """,
                "\(fixture.place("2️⃣", in: file)): error: a gap needs the key `evidence` [E0234]",
            ])
    }

    /// Questions are data: none of ours is without its place, and every finding of DOMAIN 7.7 is a gap somewhere.
    @Test func everyFigureOfOursBearsOnAQuestion() throws {
        let definition = try Catalogue.loamshire()
        for framework in definition.frameworks {
            let mapped = Set(framework.questions.flatMap(\.figures))
            let ours = definition.reportedFigures.map(\.id).filter { "ACDEIORS".contains($0.prefix(1)) }
            #expect(ours.filter { !mapped.contains($0) } == [], "\(framework.id)")
        }
        #expect(definition.frameworks.map(\.id) == ["peel-2023-25", "peel-2025-27"])
    }

    @Test func bothFrameworksHaveTheSameGaps() throws {
        let frameworks = try Catalogue.loamshire().frameworks
        let gaps = frameworks.map { Set($0.questions.flatMap(\.gaps)) }
        #expect(gaps[0] == gaps[1])
        #expect(gaps[0].count == 18)
    }
}
