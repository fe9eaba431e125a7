import Definitions
import Tables
import Testing

/// What a force lays over ours.
@Suite struct OverlayTests {
    private func changes(_ text: String) -> Fixture { Fixture(["force/kpis/changes.yaml": "changes:\n" + text]) }

    @Test func aChangeNamesKeysAndInheritsTheRest() throws {
        let ours = try figure("C01", Fixture())
        let changed = try figure(
            "C01",
            changes(
                "- { id: C01, set: { among: urgent, by: [] }, because: a, by: b, on: 2026-04-01, base: \(ours.hash) }"))
        #expect(changed.amongText == "urgent")
        #expect(changed.by == [])
        #expect(changed.measureText == ours.measureText)
        #expect(changed.standard == "answer")
        #expect(changed.owner == "base")
        #expect(changed.hash != ours.hash)
        #expect(changed.change?.because == "a")
        #expect(changed.change?.fields == ["among", "by"])
    }

    @Test func aChangeOfTheMeasureReplacesIt() throws {
        let base = try figure("C01", Fixture()).hash
        let changed = try figure(
            "C01",
            changes(
                "- { id: C01, set: { count: rows, standard: null }, because: a, by: b, on: 2026-04-01, "
                    + "base: \(base) }"))
        guard case .count = changed.measure else {
            Issue.record("still \(changed.measureText)")
            return
        }
        #expect(changed.standard == nil)
        #expect(changed.unit == .number(of: "count"))
    }

    @Test func variantsOfAChangedKPIStayOurs() throws {
        let base = try figure("C01", Fixture()).hash
        let definition = try changes(
            "- { id: C01, set: { among: urgent }, because: a, by: b, on: 2026-04-01, base: \(base) }"
        ).load()
        #expect(definition.figures.first { $0.id == "C02" }?.amongText == "urgent and answered")
    }

    @Test func whenOursMovesTheForceIsAskedToLookAgain() throws {
        let hash = try figure("C01", Fixture()).hash
        let fixture = changes("- { id: C01, set: { by: [] }, because: a, by: b, on: 2026-04-01, base: 1️⃣5f21ab }")
        #expect(
            fixture.faults() == [
                "\(fixture.place("1️⃣", in: "force/kpis/changes.yaml")): warning: C01: ours changed; review your change "
                    + "(show C01 --origin) [E0264]\n    help: then write `base: \(hash.prefix(6))`"
            ])
    }

    @Test func ourHashDoesNotDependOnTheForcesSettings() throws {
        let hash = try figure("C01", Fixture()).hash
        let fixture = Fixture([
            "force/kpis/changes.yaml":
                "changes:\n- { id: C01, set: { by: [] }, because: a, by: b, on: 2026-04-01, base: \(hash) }",
            "force/settings.yaml": "settings:\n- { short: 9 s, authority: x }",
        ])
        #expect(fixture.faults() == [])
        #expect(origin(of: "C01", in: try fixture.load())?.ourHash == hash)
    }

    @Test func leavingOutNeedsAReason() throws {
        let definition = try changes("- { id: C02, leave_out: true, because: no such queue }").load()
        #expect(definition.figures.map(\.id) == ["C01"])
        #expect(definition.leftOut.map(\.id) == ["C02"])
        #expect(definition.leftOut.map(\.name) == ["mean wait"])
        #expect(definition.leftOut.map(\.because) == ["no such queue"])
        #expect(
            changes("- { id: C02, leave_out: true }").faults() == [
                "force/kpis/changes.yaml:2:3: error: a change needs the key `because` [E0234]"
            ])
    }

    @Test func faultsOfChanges() {
        #expect(
            changes("- { id: C03, set: { by: [] }, because: a, by: b, on: 2026-04-01 }").faults() == [
                "force/kpis/changes.yaml:2:9: error: there is no KPI `C03` of ours to change [E0256]\n"
                    + "    help: did you mean `C01`?"
            ])
        #expect(
            changes("- { id: C01, set: { amog: urgent }, because: a, by: b, on: 1 April }").faults() == [
                "force/kpis/changes.yaml:2:21: error: unknown key `amog` in a change [E0231]\n"
                    + "    help: did you mean `among`?",
                "force/kpis/changes.yaml:2:60: error: `on` is `1 April`, but must be a day such as 2026-04-01 [E0237]",
            ])
    }

    @Test func idsHaveOwners() {
        let local = Fixture([
            "force/kpis/local.yaml":
                "kpis:\n- { id: 1️⃣C09, like: C01, name: x }\n- { id: 2️⃣C01, like: C02, name: y }\n"
        ])
        let path = "force/kpis/local.yaml"
        #expect(
            local.faults() == [
                "\(local.place("1️⃣", in: path)): error: `C09` begins with a letter that is ours [E0243]\n"
                    + "    help: give a local KPI an id that begins with L, such as L01",
                "\(local.place("2️⃣", in: path)): error: `C01` begins with a letter that is ours [E0243]\n"
                    + "    help: give a local KPI an id that begins with L, such as L01",
                "\(local.place("2️⃣", in: path)): error: the id `C01` is taken by our KPI [E0242]\n"
                    + "    help: to change our KPI write it under `changes:`",
            ])
        #expect(
            Fixture(["base/kpis/calls.yaml": Fixture.kpis.replacing("C02", with: "L02")]).faults() == [
                "base/kpis/calls.yaml:11:7: error: `L02` begins with L, which belongs to the forces [E0243]"
            ])
    }

    @Test func likeCopiesEveryKeyButThoseThatSayWhoItIs() throws {
        let definition = try Fixture([
            "base/kpis/calls.yaml": Fixture.kpis.replacing(
                "  better: higher", with: "  better: higher\n  note: only of C01\n  headline: no"),
            "force/kpis/local.yaml": "kpis:\n- { id: L01, like: C01, name: local, share: wait < 20 s }\n",
        ]).load()
        let local = try #require(definition.figures.first { $0.id == "L01" })
        #expect(local.name == "local")
        #expect(local.note == nil)
        #expect(!local.isHeadline)
        #expect(local.variantOf == "C01")
        #expect(local.owner == "Testshire")
        #expect(local.better == .higher)
        #expect(local.by == ["queue"])
        #expect(local.measureText == "share: wait < 20 s")
        let mean = try #require(definition.figures.first { $0.id == "C02" })
        #expect(mean.measureText == "mean: wait")
        #expect(mean.standard == nil)
    }

    @Test func defaultsGiveWayToKeysAndToLike() throws {
        let definition = try Fixture([
            "base/kpis/calls.yaml": """
            defaults: { table: contacts, period: offered_at, better: lower, clock: ours }
            kpis:
            - { id: C01, name: a, count: rows, better: none }
            - { id: C02, name: b, like: C01, period: answered_at }
            """
        ]).load()
        #expect(definition.figures.map(\.better) == [.none, .none])
        #expect(definition.figures.map(\.period) == ["offered_at", "answered_at"])
        #expect(definition.figures.map(\.clock) == ["ours", "ours"])
    }

    private func figure(_ id: String, _ fixture: Fixture) throws -> FigureDefinition {
        try #require(try fixture.load().figures.first { $0.id == id })
    }
}
