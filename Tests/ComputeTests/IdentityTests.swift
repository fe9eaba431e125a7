import Definitions
import Tables
import Testing

@testable import Compute

/// Properties that hold for any rows; seeds are fixed.
@Suite("Identities")
struct IdentityTests {
    static func randomCalls(_ count: Int, seed: UInt64) -> [[String: String]] {
        var random = SplitMix(state: seed)
        let channels = ["999", "101", "livechat", ""]
        let dispositions = ["answered", "abandoned", "transferred", "test", "voicemail", "blocked", ""]
        let types = ["handler", "ivr", "switchboard", "triage", ""]
        return (0..<count).map { number in
            func clock(_ seconds: Int) -> String {
                "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
            }
            let day = CivilDate(year: 2026, month: 1, day: 1).adding(days: random.next(120))
            let second = random.next(80_000)
            var row = [
                "call_id": "c\(number)", "channel": channels[random.next(4)], "offered_at": "\(day) \(clock(second))",
                "disposition": dispositions[random.next(7)], "queue": ["A", "B", ""][random.next(3)],
                "caller_hash": random.next(5) == 0 ? "" : "h\(random.next(40))", "talk_s": "\(random.next(600)) s",
                "hold_s": "0 s", "wrap_s": random.next(9) == 0 ? "" : "5 s",
                "answered_by_type": types[random.next(5)],
            ]
            if number > 0, random.next(4) == 0 { row["parent_call_id"] = "c\(random.next(number))" }
            if random.next(2) == 0 { row["answered_at"] = "\(day) \(clock(second + random.next(400)))" }
            if random.next(3) == 0 { row["abandoned_at"] = "\(day) \(clock(second + random.next(60)))" }
            if random.next(3) == 0 { row["ended_at"] = "\(day) \(clock(second + 500))" }
            if random.next(6) == 0 { row["callback_due_at"] = "\(day.adding(days: random.next(40))) 12:00:00" }
            return row
        }
    }

    @Test(
        "considered = denominator + missing + not due + excluded on every line, and bounds hold the value",
        arguments: [1, 2, 3])
    func everyLine(seed: UInt64) async throws {
        let fixture = try Fixture.catalogue()
        let input = try fixture.input(Self.randomCalls(3000, seed: seed), rejected: 40, asOf: "2026-05-15")
        let result = try await compute(input)
        // Calls alone: what is counted over incidents is not supplied.
        let uncomputed = Set(result.uncomputed.map(\.kpi))
        #expect(result.uncomputed.allSatisfy { [.notComputable, .notSupplied].contains($0.state) })
        #expect(result.results.count > 500)
        for row in result.results + result.breakdowns where !uncomputed.contains(row.kpi) {
            let denominator = try #require(row.denominator)
            let parts = [denominator, row.missing ?? -1, row.notDue ?? -1, row.excluded ?? -1]
            #expect(row.considered == parts.reduce(0, +), "\(row)")
            if let value = row.value, let lowest = row.lowest, let highest = row.highest {
                #expect(lowest <= value && value <= highest, "\(row)")
            }
            if let value = row.value, let lower = row.lower, let upper = row.upper {
                #expect(lower <= value && value <= upper, "\(row)")
            }
            #expect((row.value == nil) == (row.state == .empty), "\(row)")
        }
        let keys = (result.results + result.breakdowns).map {
            "\($0.kpi)|\($0.statistic)|\($0.period.kind)|\($0.period.id)|\($0.dimension)|\($0.member)"
        }
        #expect(Set(keys).count == keys.count)
    }

    @Test("One worker and eight give the same lines")
    func jobs() async throws {
        let fixture = try Fixture.catalogue()
        let rows = Self.randomCalls(2000, seed: 9)
        let one = try await compute(try fixture.input(rows, rejected: 25, jobs: 1))
        let eight = try await compute(try fixture.input(rows, rejected: 25, jobs: 8))
        #expect(one.results == eight.results)
        #expect(one.breakdowns == eight.breakdowns)
        #expect(one.exclusions == eight.exclusions)
    }

    @Test("A table without rows gives no lines and no fault, and a question about it an empty answer")
    func nothing() async throws {
        let fixture = try Fixture.catalogue()
        let input = try fixture.input([])
        let result = try await compute(input)
        let missing = Set(result.uncomputed.map(\.kpi))
        #expect(result.results.allSatisfy { missing.contains($0.kpi) })
        #expect(result.breakdowns.isEmpty)
        for kpi in fixture.definition.figures.map(\.id) where !missing.contains(kpi) {
            let row = try #require(try await fixture.row(input, kpi, nil, "2026-03"))
            #expect(row.state == .empty)
            #expect(row.value == nil)
        }
    }

    @Test("The members of a dimension add up to the total")
    func members() async throws {
        let fixture = try Fixture.catalogue()
        let input = try fixture.input(Self.randomCalls(2000, seed: 5))
        let period = try #require(Period(parsing: "2026-01..2026-06"))
        let total = try #require(try await figures(input, kpis: ["C06"], periods: .one(period), by: nil).first)
        let members = try await figures(input, kpis: ["C06"], periods: .one(period), by: "queue")
        #expect(members.map(\.member) == ["A", "B", "(not recorded)"])
        #expect(members.compactMap(\.numerator).reduce(0, +) == total.numerator)
        #expect(members.compactMap(\.considered).reduce(0, +) == total.considered)
    }

    @Test("A tally of all rows equals the merged tallies of any parts", arguments: [1, 2, 3, 4, 5])
    func merging(seed: UInt64) throws {
        let zone = try FigureRuleTests.fixture().zone
        var random = SplitMix(state: seed)
        var whole = SpaceTally(classes: [20])
        var parts = (0..<4).map { _ in SpaceTally(classes: [20]) }
        for _ in 0..<5000 {
            let key = GroupKey(day: Int32(random.next(30)), member: Int64(random.next(4)))
            let place = UInt8(random.next(16))
            let (sum, value) = (Int64(random.next(1000)), Int64(random.next(50)))
            let isDoubtful = random.next(2) == 1
            func add(to tally: inout SpaceTally) {
                let slot = tally.slot(of: key)
                tally.count([.init(slot: slot, code: 0, rows: 1)], as: [place], in: 0)
                let groups = tally.keys.count
                func kept(_ value: Int64) -> KeptValues {
                    KeptValues(rows: [0], isDoubtful: isDoubtful, values: [value])
                }
                tally.tallies[0].add(kept(sum), slots: [slot], groups: groups)
                tally.tallies[0].distribute(kept(value), slots: [slot], groups: groups)
            }
            add(to: &whole)
            add(to: &parts[random.next(4)])
        }
        var merged = SpaceTally(classes: [20])
        for part in parts.reversed() { merged.merge(part) }
        whole.pack()
        merged.pack()
        let others = merged.members { "\($0)" }
        for groups in whole.members(named: { "\($0)" }) {
            let tally = MemberTally(whole.tallies[0], groups)
            let other = others.first { $0.member == groups.member }.map { MemberTally(merged.tallies[0], $0) }
            let period = Period(
                spanFrom: CivilDate(days: 3), to: CivilDate(days: 20), id: "some", label: "some")
            let coverage = Coverage(
                SourceTable(name: "", fields: [], rejected: [], rowFiles: [], rowOffsets: [], files: [], key: []),
                time: "", zone: zone)
            let mine = tally.counts(
                in: period, days: period.range, coverage: coverage, countsMissing: false)
            let theirs = other?.counts(
                in: period, days: period.range, coverage: coverage, countsMissing: false)
            #expect(mine.dated == theirs?.dated)
            #expect(mine.sums.certain == theirs?.sums.certain)
            #expect(
                tally.distribution(on: period.range, isCertainOnly: false)
                    == other?.distribution(on: period.range, isCertainOnly: false))
        }
    }
}

/// Steele, Lea and Flood's generator: the same numbers on every machine.
struct SplitMix {
    var state: UInt64

    mutating func next(_ limit: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }
}
