import Definitions
import Tables
import Testing

/// Differences, and the keys of figures over incidents.
@Suite struct DifferenceTests {
    private let path = "base/kpis/calls.yaml"

    private func fixture(_ figures: String) -> Fixture {
        Fixture([
            path: Fixture.kpis + "\n- { id: C03, like: C01, name: busy, among: busy and answered }\n" + figures + "\n"
        ])
    }

    private func figure(_ id: String, _ fixture: Fixture) throws -> FigureDefinition {
        try #require(try fixture.load().figures.first { $0.id == id })
    }

    @Test func tableAndPeriodAreThoseOfTheFirst() throws {
        let found = try figure(
            "C04", fixture("- { id: C04, name: d, difference: { of: C01, minus: C03 }, by: [queue] }"))
        #expect(found.table == "contacts")
        #expect(found.period == "offered_at")
        #expect(found.unit == .number(of: "points"))
        #expect(found.measureText == "difference: { of: C01, minus: C03 }")
        #expect(found.amongText == "the rows of C01, and those of C03")
        #expect(found.by == ["queue"])
        guard case .difference(of: "C01", minus: "C03") = found.measure else {
            Issue.record("\(found.measureText)")
            return
        }
    }

    /// The difference is written before the figures that it is of, and in another place than theirs.
    @Test func theOrderOfFiguresDoesNotMatter() throws {
        let text = Fixture.kpis.replacing(
            "kpis:", with: "kpis:\n- { id: C04, name: d, difference: { of: C01, minus: C03 } }")
        let definition = try Fixture([
            path: text + "\n- { id: C03, like: C01, name: busy, among: busy and answered }\n"
        ]).load()
        #expect(definition.figures.map(\.id) == ["C04", "C01", "C02", "C03"])
    }

    @Test func itsHashChangesWithEitherFigure() throws {
        let line = "- { id: C04, name: d, difference: { of: C01, minus: C03 } }"
        let before = try figure("C04", fixture(line)).hash
        let first = Fixture.kpis.replacing("among: urgent and answered", with: "among: urgent")
        let third = "\n- { id: C03, like: C01, name: busy, among: busy and answered }\n"
        #expect(try figure("C04", Fixture([path: first + third + line + "\n"])).hash != before)
        let other = third.replacing("busy and answered", with: "busy")
        #expect(try figure("C04", Fixture([path: Fixture.kpis + other + line + "\n"])).hash != before)
        let swapped = line.replacing("of: C01, minus: C03", with: "of: C03, minus: C01")
        #expect(try figure("C04", fixture(swapped)).hash != before)
    }

    @Test func faultsOfDifferences() {
        let faults: [(figure: String, message: String)] = [
            (
                "{ of: 1️⃣C02, minus: C03 }",
                "a difference is one share less another, and C02 is no share [E0267]\n"
                    + "    help: name KPIs with `share`"
            ),
            (
                "{ of: C01, minus: 1️⃣C09 }",
                "there is no share `C09` to take a difference of [E0256]\n    help: did you mean `C01`?"
            ),
            (
                "{ of: C01, minus: 1️⃣C01 }", "C01 less C01 is nothing [E0267]\n    help: name another KPI under `minus`"
            ),
            (
                "1️⃣{ of: C01, minus: C05 }",
                "a difference needs one period, but that of C01 is `offered_at` and that of C05 `answered_at` [E0267]"
            ),
            (
                "{ of: C01, minus: C03 }, 1️⃣among: urgent",
                "a difference has no `among`: its two KPIs have theirs [E0267]\n"
                    + "    help: leave `among` out, or change the two KPIs"
            ),
            (
                "{ of: C01, minus: C03 }, period: 1️⃣answered_at",
                "the period of a difference is that of C01, `offered_at` [E0267]\n    help: leave `period` out"
            ),
            (
                "{ of: C01, minus: C03 }, unit: 1️⃣percent",
                "the unit `percent` does not suit the measure [E0249]\n    help: write `unit: points`"
            ),
            (
                "{ of: C01, minus: C03 }, by: [1️⃣quee]",
                "`quee` is not a dimension of contacts [E0250]\n    help: did you mean `queue`?"
            ),
        ]
        for (text, message) in faults {
            let found = fixture(
                "- { id: C05, like: C01, name: e, period: answered_at }\n- { id: C04, name: d, difference: \(text) }")
            #expect(found.faults() == ["\(found.place("1️⃣", in: path)): error: \(message)"])
        }
    }

    @Test func aDifferenceCannotMissAFigureThatIsLeftOutUnnoticed() throws {
        let definition = try Fixture([
            path: Fixture.kpis + "\n- { id: C03, like: C01, name: busy, among: busy and answered }\n"
                + "- { id: C04, name: d, difference: { of: C01, minus: C03 } }\n",
            "force/kpis/changes.yaml":
                "changes:\n- { id: C03, leave_out: true, because: a }\n- { id: C04, leave_out: true, because: a }\n",
        ]).load()
        #expect(definition.figures.map(\.id) == ["C01", "C02"])
        let alone = Fixture([
            path: Fixture.kpis + "\n- { id: C03, like: C01, name: busy, among: busy and answered }\n"
                + "- { id: C04, name: d, difference: { of: C01, minus: 1️⃣C03 } }\n",
            "force/kpis/changes.yaml": "changes:\n- { id: C03, leave_out: true, because: a }\n",
        ])
        #expect(
            alone.faults() == [
                "\(alone.place("1️⃣", in: path)): error: C03, which C04 is a difference of, is left out [E0267]\n"
                    + "    help: leave C04 out too"
            ])
    }

    // MARK: shows, needs, variant_of

    private func faults(of keys: String) -> (list: [String], fixture: Fixture) {
        let schema = Fixture.whole["base/schema/calls.yaml"]?.replacing(
            "caller: { type: pseudonym,", with: "caller: { type: pseudonym, sensitive: true,")
        let fixture = Fixture([
            path: Fixture.kpis + "\n- { id: C03, like: C01, name: c, \(keys) }\n",
            "base/schema/calls.yaml": schema ?? "",
            "base/tables/calls.yaml": Fixture.table.replacing(
                "columns:", with: "columns:\n  who: coalesce(caller, first(others o).caller)"),
        ])
        return (fixture.faults(), fixture)
    }

    @Test func shownColumnsAreColumnsThatMayBeShown() throws {
        let good = faults(of: "shows: [wait, queue]")
        #expect(good.list == [])
        #expect(try figure("C03", good.fixture).shows == ["wait", "queue"])
        let bad = faults(of: "shows: [1️⃣wiat, wait, 2️⃣caller, 3️⃣who, 4️⃣wait]")
        func at(_ mark: Character) -> String { bad.fixture.place(mark, in: path) }
        #expect(
            bad.list == [
                "\(at("1️⃣")): error: `wiat` is not a column of contacts [E0245]\n    help: did you mean `wait`?",
                "\(at("2️⃣")): error: `caller` is sensitive and is never shown [E0237]\n    help: leave it out",
                "\(at("3️⃣")): error: `who` is sensitive and is never shown [E0237]\n    help: leave it out",
                "\(at("4️⃣")): error: `shows` names `wait` twice [E0242]",
            ])
    }

    @Test func whatIsShownDoesNotChangeTheHash() throws {
        let before = try figure("C03", faults(of: "among: urgent").fixture).hash
        #expect(try figure("C03", faults(of: "among: urgent, shows: [wait]").fixture).hash == before)
        #expect(try figure("C03", faults(of: "among: urgent, needs: { tables: [calls] }").fixture).hash != before)
    }

    @Test func needsAreAResolutionOrTablesOrBoth() throws {
        let both = try figure("C03", faults(of: "needs: { resolution: minute, tables: [calls] }").fixture)
        #expect(both.needsResolution == 60_000)
        #expect(both.needsTables == ["calls"])
        let neither = faults(of: "needs: 1️⃣{}")
        #expect(
            neither.list == [
                "\(neither.fixture.place("1️⃣", in: path)): error: `needs` names nothing [E0234]\n"
                    + "    help: write `resolution`, `tables` or both"
            ])
        let unknown = faults(of: "needs: { tables: 1️⃣[call] }")
        #expect(
            unknown.list == [
                "\(unknown.fixture.place("1️⃣", in: path)): error: `needs` names `call`, which is no table of exports "
                    + "[E0270]\n    help: did you mean `calls`?"
            ])
    }

    @Test func aFigureLikeAnotherMayStandForItself() throws {
        let own = try figure("C03", faults(of: "variant_of: none").fixture)
        #expect(own.variantOf == nil)
        #expect(own.isHeadline)
        let variant = try figure("C03", faults(of: "among: urgent").fixture)
        #expect(variant.variantOf == "C01")
        #expect(!variant.isHeadline)
    }

    @Test func aTableMayReadAsEmpty() throws {
        let schema = """
            schema: notes
            key: [call_id, made_at]
            time: made_at
            absent: no rows
            columns:
              call_id: { type: id, required: true }
              made_at: { type: time, absent: null }
            """
        let loaded = try Fixture(["base/schema/notes.yaml": schema]).load()
        #expect(loaded.schemas.map(\.readsEmpty) == [false, true])
        let wrong = Fixture(["base/schema/notes.yaml": schema.replacing("no rows", with: "1️⃣empty")])
        #expect(
            wrong.faults() == [
                "\(wrong.place("1️⃣", in: "base/schema/notes.yaml")): error: `absent` is `empty`, which is not one of its "
                    + "values [E0236]\n    help: it can be: no rows"
            ])
    }
}
