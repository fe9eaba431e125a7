import Definitions
import Expressions
import Tables
import Testing

/// How populations become the conditions and ordered exclusions of a figure.
@Suite struct SelectionTests {
    private func selection(_ among: String) throws -> Selection {
        let kpis = Fixture.kpis.replacing("among: urgent and answered", with: "among: \(among)")
        return try #require(try Fixture(["base/kpis/calls.yaml": kpis]).load().figures.first).among
    }

    private func texts(_ among: String) throws -> (conditions: [String], exclusions: [String]) {
        let selection = try selection(among)
        return (
            selection.conditions.map(expressionText),
            selection.exclusions.map { "\($0.reason): \(expressionText($0.condition))" }
        )
    }

    @Test func outermostFirst() throws {
        let (conditions, exclusions) = try texts("busy and answered")
        #expect(conditions == ["channel = '999'", "queue = 'a'", "answered"])
        #expect(exclusions == ["short: wait < setting.short", "unknown: caller is null"])
    }

    @Test func whatTwoPopulationsShareIsKeptOnce() throws {
        let (conditions, exclusions) = try texts("urgent and busy")
        #expect(conditions == ["channel = '999'", "queue = 'a'"])
        #expect(exclusions == ["short: wait < setting.short", "unknown: caller is null"])
    }

    @Test func insideOrAPopulationIsOnlyAsked() throws {
        let (conditions, exclusions) = try texts("(urgent or answered) and busy")
        #expect(conditions == ["urgent or answered", "channel = '999'", "queue = 'a'"])
        #expect(exclusions.count == 2)
        #expect(try texts("not busy").exclusions == [])
    }

    @Test func withoutAmongEveryRow() throws {
        let kpis = Fixture.kpis.replacing("  among: urgent and answered\n", with: "")
        let figure = try #require(try Fixture(["base/kpis/calls.yaml": kpis]).load().figures.first)
        #expect(figure.among == Selection(conditions: [], exclusions: []))
        #expect(figure.amongText == "every row")
    }

    @Test func oneReasonForTwoConditionsIsRefused() {
        let table = Fixture.table.replacing("unknown: caller is null", with: "short: caller is null")
        let faults = Fixture([
            "base/tables/calls.yaml": table,
            "base/kpis/calls.yaml": Fixture.kpis.replacing("urgent and", with: "busy and"),
        ]).faults()
        #expect(
            faults == [
                "base/kpis/calls.yaml:6:10: error: the reason `short` stands for two different conditions [E0257]\n"
                    + "    help: give each exclusion its own reason"
            ])
    }
}
