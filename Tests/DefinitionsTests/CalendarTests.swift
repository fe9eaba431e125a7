import Definitions
import Tables
import Testing

/// Breaks and excluded periods as the force writes them.
@Suite struct CalendarTests {
    private func faults(_ calendar: String, kpis: String? = nil) -> [String] {
        var files = ["force/calendar.yaml": calendar]
        if let kpis { files["base/kpis/calls.yaml"] = kpis }
        return Fixture(files).faults()
    }

    private func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        CivilDate(year: year, month: month, day: day)
    }

    @Test func everyKey() throws {
        let calendar = try Fixture([
            "force/calendar.yaml": """
            breaks:
            - { id: new-system, on: 2025-12-01, figures: ["C*"], label: New system, authority: Board, rebase: yes }
            - { id: B2, on: 2026-01-15, figures: C02, label: New words, authority: 12 }
            excluded:
            - { id: acd-outage, from: 2026-05-14, to: 2026-05-16, figures: all, reason: ACD outage, authority: CM/31 }
            - { id: later, from: 2026-05-17, to: 2026-05-17, figures: [C02, C02, "C0*"], reason: r, authority: a }
            """
        ]).load().calendar
        #expect(calendar.breaks.map(\.id) == ["new-system", "B2"])
        #expect(calendar.breaks.map(\.on) == [day(2025, 12, 1), day(2026, 1, 15)])
        #expect(calendar.breaks.map(\.figures) == [["C01", "C02"], ["C02"]])
        #expect(calendar.breaks.map(\.label) == ["New system", "New words"])
        #expect(calendar.breaks.map(\.authority) == ["Board", "12"])
        #expect(calendar.breaks.map(\.isRebased) == [true, false])
        #expect(calendar.excluded.map(\.exclusionReason) == ["excluded_acd_outage", "excluded_later"])
        #expect(calendar.excluded.map(\.first) == [day(2026, 5, 14), day(2026, 5, 17)])
        #expect(calendar.excluded.map(\.last) == [day(2026, 5, 16), day(2026, 5, 17)])
        #expect(calendar.excluded.map(\.figures) == [["C01", "C02"], ["C01", "C02"]])
        #expect(calendar.excluded.map(\.reason) == ["ACD outage", "r"])
    }

    @Test func aFileThatDeclaresNothing() throws {
        #expect(try Fixture(["force/calendar.yaml": "breaks: []\nexcluded: []"]).load().calendar.breaks.isEmpty)
        #expect(Fixture(["force/calendar.yaml": ""]).faults() == [])
    }

    @Test func theExclusionComesFirstAndLeavesTheHashAlone() throws {
        let plain = try Fixture().load()
        let excluded = try Fixture([
            "force/calendar.yaml": """
            excluded:
            - { id: a, from: 2026-05-14, to: 2026-05-16, figures: [C01], reason: r, authority: a }
            """
        ]).load()
        #expect(excluded.figures[0].among.exclusions.map(\.reason) == ["excluded_a", "short"])
        #expect(excluded.figures[1].among.exclusions.map(\.reason) == ["short"])
        #expect(excluded.figures.map(\.hash) == plain.figures.map(\.hash))
        #expect(excluded.withoutCalendar.figures.map(\.among) == plain.figures.map(\.among))
        #expect(excluded.excludedPeriods(of: excluded.figures[0]).map(\.id) == ["a"])
        #expect(excluded.excludedPeriods(of: excluded.figures[1]).isEmpty)
    }

    @Test func unknownFigures() {
        #expect(
            faults("breaks:\n- { id: a, on: 2026-01-01, figures: [C09, \"D*\"], label: l, authority: a }") == [
                "force/calendar.yaml:2:38: error: there is no KPI `C09` [E0256]\n    help: did you mean `C01`?",
                "force/calendar.yaml:2:44: error: there is no KPI whose id begins with `D` [E0256]\n"
                    + "    help: it can be: C01, C02",
            ])
    }

    @Test func daysThatAreNone() {
        #expect(
            faults("breaks:\n- { id: a, on: 2026-02-30, figures: all, label: l, authority: a }") == [
                "force/calendar.yaml:2:16: error: `on` is `2026-02-30`, but must be a day such as 2026-04-01 [E0237]"
            ])
        #expect(
            faults(
                "excluded:\n- { id: a, from: 2026-02-03, to: 2026-02-02, figures: all, reason: r, authority: a }")
                == [
                    "force/calendar.yaml:2:34: error: `a` ends on 2026-02-02, before it begins on 2026-02-03 [E0281]\n"
                        + "    help: swap `from` and `to`; both days are left out"
                ])
    }

    @Test func keysAndIds() {
        #expect(
            faults("excluded:\n- { id: a, from: 2026-02-03, figures: all, reason: r }") == [
                "force/calendar.yaml:2:3: error: an excluded period needs the key `to` [E0234]",
                "force/calendar.yaml:2:3: error: an excluded period needs the key `authority` [E0234]",
            ])
        #expect(
            faults("breaks:\n- { id: a b, on: 2026-01-01, figures: all, label: l, authority: a }") == [
                "force/calendar.yaml:2:9: error: `a b` is not an id of a break [E0235]\n"
                    + "    help: write letters, digits and `-`, such as `new-system`"
            ])
        #expect(
            faults(
                """
                breaks:
                - { id: a, on: 2026-01-01, figures: all, label: l, authority: a }
                - { id: a, on: 2026-02-01, figures: all, label: l, authority: a }
                """) == ["force/calendar.yaml:3:9: error: there are two of the breaks `a` [E0242]"])
        #expect(
            faults("excludes: []") == [
                "force/calendar.yaml:1:1: error: unknown key `excludes` in calendar.yaml [E0231]\n"
                    + "    help: did you mean `excluded`?"
            ])
    }

    @Test func spansOfOneFigureDoNotOverlap() {
        let text = """
            excluded:
            - { id: a, from: 2026-02-03, to: 2026-02-05, figures: [C01], reason: r, authority: a }
            - { id: b, from: 2026-02-05, to: 2026-02-07, figures: [FIGURE], reason: r, authority: a }
            """
        #expect(
            faults(text.replacing("FIGURE", with: "C01")) == [
                "force/calendar.yaml:3:3: error: `b` and `a` leave the same days out of C01 [E0281]\n"
                    + "    help: let one of them begin after the other has ended"
            ])
        #expect(faults(text.replacing("FIGURE", with: "C02")) == [])
    }

    @Test func aReasonThatIsTaken() {
        let kpis = Fixture.kpis.replacing("urgent and answered", with: "urgent")
        let table = Fixture.table.replacing("short: wait", with: "excluded_a: wait")
        let found = Fixture([
            "base/kpis/calls.yaml": kpis, "base/tables/calls.yaml": table,
            "force/calendar.yaml": """
            excluded:
            - { id: a, from: 2026-02-03, to: 2026-02-05, figures: [C01], reason: r, authority: a }
            """,
        ]).faults()
        #expect(
            found == [
                "force/calendar.yaml:2:3: error: C01 has an exclusion `excluded_a` of its own [E0281]\n"
                    + "    help: give the excluded period another id"
            ])
    }

    @Test func aDifferenceLeavesOutWhatItsFiguresDo() throws {
        let kpis =
            Fixture.kpis + """

                - { id: C03, like: C01, name: other, among: urgent, standard: null }
                - { id: C04, name: gap, difference: { of: C01, minus: C03 }, unit: points }
                """
        let spans = """
            excluded:
            - { id: a, from: 2026-02-03, to: 2026-02-05, figures: [C01, C04], reason: r, authority: a }
            """
        #expect(
            faults(spans, kpis: kpis) == [
                "force/calendar.yaml:2:3: warning: `a` names C04, which has no rows of its own, and not C03 [E0281]\n"
                    + "    help: name the KPIs that C04 is made of, whose rows are left out"
            ])
        let loaded = try Fixture(["force/calendar.yaml": spans, "base/kpis/calls.yaml": kpis]).load()
        let gap = try #require(loaded.figures.first { $0.id == "C04" })
        #expect(gap.among.exclusions.isEmpty)
        #expect(loaded.excludedPeriods(of: gap).map(\.id) == ["a"])
    }
}
