import Definitions
import Tables
import Testing

/// The count of one figure by that of another.
@Suite struct RatioTests {
    private let path = "base/kpis/calls.yaml"

    private static let counts = """

        - { id: C03, name: all, table: contacts, period: offered_at, count: rows, unit: calls, by: [queue] }
        - { id: C04, name: some, table: contacts, period: answered_at, among: urgent, count: rows, unit: calls }
        - { id: C05, name: hourly, table: contacts, period: offered_at, count: rows, each: hour }
        - { id: C06, name: other, table: legs, period: offered_at, count: rows, unit: legs }

        """

    private func fixture(_ ratio: String) -> Fixture {
        Fixture([
            path: Fixture.kpis + RatioTests.counts + "- { id: C07, name: r, \(ratio) }\n",
            "base/tables/legs.yaml": """
            table: legs
            from: source.calls
            time: offered_at
            dimensions: { channel: channel, queue: queue }
            """,
        ])
    }

    private func ratio(_ keys: String) throws -> FigureDefinition {
        try #require(try fixture(keys).load().figures.first { $0.id == "C07" })
    }

    @Test func tableAndPeriodAreThoseOfTheBottom() throws {
        let found = try ratio("ratio_of: { top: C06, bottom: C04 }, times: 100, by: [queue], unit: legs per 100 calls")
        #expect(found.table == "contacts")
        #expect(found.period == "answered_at")
        #expect(found.times == 100)
        #expect(found.unit == .number(of: "legs per 100 calls"))
        #expect(found.measureText == "ratio_of: { top: C06, bottom: C04 }")
        #expect(found.amongText == "the rows of C06, for those of C04")
        guard case .ratioOf(top: "C06", bottom: "C04") = found.measure else {
            Issue.record("\(found.measureText)")
            return
        }
    }

    /// A ratio that is written before its counts, and in another order than they.
    @Test func theOrderOfFiguresDoesNotMatter() throws {
        let text = Fixture.kpis.replacing(
            "kpis:", with: "kpis:\n- { id: C09, name: r, ratio_of: { top: C03, bottom: C04 } }")
        let definition = try Fixture([
            path: text
                + RatioTests.counts.split(separator: "\n").filter { !$0.contains("C06") }.map { "\n" + $0 }.joined()
        ]).load()
        #expect(definition.figures.map(\.id) == ["C09", "C01", "C02", "C03", "C04", "C05"])
    }

    @Test func itsHashChangesWithEitherCount() throws {
        let keys = "ratio_of: { top: C03, bottom: C04 }"
        let before = try ratio(keys).hash
        #expect(try ratio("ratio_of: { top: C04, bottom: C03 }").hash != before)
        #expect(try ratio("ratio_of: { top: C06, bottom: C04 }").hash != before)
        #expect(try ratio(keys + ", times: 100").hash != before)
        #expect(try ratio(keys + ", times: 1").hash == before)
        for (old, new) in [
            ("among: urgent", "among: busy"), ("period: offered_at, count", "period: answered_at, count"),
        ] {
            let counts = RatioTests.counts.replacing(old, with: new)
            let changed = try Fixture([
                path: Fixture.kpis + counts.replacing("legs", with: "contacts") + "- { id: C07, name: r, \(keys) }\n"
            ])
            .load()
            #expect(changed.figures.first { $0.id == "C07" }?.hash != before)
        }
    }

    @Test func faultsOfRatios() {
        let faults: [(keys: String, message: String)] = [
            (
                "ratio_of: { top: 1️⃣C01, bottom: C03 }",
                "a ratio is one count or sum by another, and C01 is no count or sum [E0268]\n    help: name KPIs with `count: rows` or `sum`"
            ),
            (
                "ratio_of: { top: C03, bottom: 1️⃣C05 }",
                "a ratio is one count or sum by another, and C05 is no count or sum [E0268]\n    help: name KPIs with `count: rows` or `sum`"
            ),
            (
                "ratio_of: { top: C03, bottom: 1️⃣C13 }",
                "there is no count or sum `C13` to take a ratio of [E0256]\n    help: did you mean `C03`?"
            ),
            (
                "ratio_of: { top: C03, bottom: 1️⃣C03 }",
                "C03 by C03 is always 1 [E0268]\n    help: name another KPI under `bottom`"
            ),
            ("ratio_of: 1️⃣{ top: C03 }", "`ratio_of` needs the key `bottom` [E0234]"),
            (
                "ratio_of: { top: C03, bottom: C04 }, 1️⃣among: urgent",
                "a ratio has no `among`: its two KPIs have theirs [E0268]\n"
                    + "    help: leave `among` out, or change the two KPIs"
            ),
            (
                "ratio_of: { top: C03, bottom: C04 }, 1️⃣immature: answered",
                "a ratio has no `immature`: its two KPIs have theirs [E0268]\n"
                    + "    help: leave `immature` out, or change the two KPIs"
            ),
            (
                "ratio_of: { top: C03, bottom: C04 }, period: 1️⃣offered_at",
                "the period of a ratio is that of C04, `answered_at` [E0268]\n    help: leave `period` out"
            ),
            (
                "ratio_of: { top: C03, bottom: C04 }, unit: 1️⃣percent",
                "the unit `percent` does not suit the measure [E0249]\n"
                    + "    help: say what is counted, such as `unit: calls`"
            ),
            (
                "ratio_of: { top: C06, bottom: C03 }, by: [1️⃣chanel]",
                "`chanel` is not a dimension of contacts [E0250]\n    help: it can be: queue"
            ),
            (
                "ratio_of: { top: C03, bottom: C06 }, by: [queue, 1️⃣channel]",
                "`channel` is not a dimension of contacts [E0250]\n    help: it can be: queue"
            ),
            (
                "ratio_of: { top: C03, bottom: C04 }, 1️⃣triangle: { until: answered_at, upto: 3 }",
                "only a share has a `triangle` [E0248]"
            ),
        ]
        for (keys, message) in faults {
            let found = fixture(keys)
            #expect(found.faults() == ["\(found.place("1️⃣", in: path)): error: \(message)"], "\(keys)")
        }
    }

    @Test func aRatioCannotMissACountThatIsLeftOutUnnoticed() {
        let text = Fixture.kpis + RatioTests.counts.replacing("legs", with: "contacts")
        let alone = Fixture([
            path: text + "- { id: C07, name: r, ratio_of: { top: C03, bottom: 1️⃣C04 } }\n",
            "force/kpis/changes.yaml": "changes:\n- { id: C04, leave_out: true, because: a }\n",
        ])
        #expect(
            alone.faults() == [
                "\(alone.place("1️⃣", in: path)): error: C04, which C07 is a ratio of, is left out [E0268]\n"
                    + "    help: leave C07 out too"
            ])
    }
}
