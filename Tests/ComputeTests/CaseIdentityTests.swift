import Definitions
import Statistics
import Tables
import Testing

@testable import Compute

/// Mixes, counts by key and survival over random rows, beside the same worked out row by row; seeds are fixed.
@Suite("Cases at random")
struct CaseIdentityTests {
    static func random(_ count: Int, seed: UInt64) -> [[String: String]] {
        var random = SplitMix(state: seed)
        let first = CivilDate(year: 2026, month: 1, day: 1)
        return (0..<count).map { number in
            let opened = first.adding(days: random.next(110))
            var row = [
                "case_id": "\(number)", "opened_at": "\(opened) \(padded(random.next(24), 2)):30:00",
                "in_scope": ["yes", "yes", "yes", "no", ""][random.next(5)],
                "left_out": ["no", "no", "no", "yes", ""][random.next(5)],
                "outcome": ["1", "14", "16", "18", ""][random.next(5)],
                "is_hard": ["yes", "no", ""][random.next(3)],
                "officer_hash": ["a", "b", "c", "d", "e", ""][random.next(6)],
                "team": ["A", "B", "C", ""][random.next(4)],
                "arrests": ["0", "0", "1", "2", ""][random.next(5)],
            ]
            if random.next(3) > 0 { row["ended_at"] = "\(opened.adding(days: random.next(40) - 2)) 12:00:00" }
            return row
        }
    }

    /// Whether a row counts: in scope and not left out; an unknown exclusion leaves nothing out.
    static func counts(_ row: [String: String]) -> Bool { row["in_scope"] == "yes" && row["left_out"] != "yes" }

    static func month(_ row: [String: String]) -> String { String((row["opened_at"] ?? "").prefix(7)) }

    static func day(_ text: String?) -> CivilDate? { text.flatMap { CivilDate(String($0.prefix(10))) } }

    private func input(seed: UInt64, jobs: Int = 1) throws -> ComputeInput {
        try Cases.fixture().input(Self.random(2500, seed: seed), of: "cases", asOf: "2026-05-10", jobs: jobs)
    }

    @Test("A mix is counted like its values one by one, and its parts are the whole", arguments: [1, 2] as [UInt64])
    func mixes(seed: UInt64) async throws {
        let result = try await compute(try input(seed: seed))
        let lines = (result.results + result.breakdowns).filter { $0.kpi == "M01" && $0.period.kind == .month }
        #expect(lines.count > 40)
        let rows = Self.random(2500, seed: seed).filter(Self.counts)
        for line in lines {
            let mine = rows.filter {
                let team = $0["team"] == "" ? "(not recorded)" : $0["team"]
                return Self.month($0) == line.period.id && (line.member == "all" || team == line.member)
            }
            let known = mine.filter { $0["outcome"] != "" }
            let value = line.statistic.dropFirst("share:".count)
            #expect(line.denominator == known.count)
            let having = known.filter { $0["outcome"] == String(value) }
            #expect(line.numerator == Double(having.count))
        }
        for (_, parts) in Dictionary(grouping: lines, by: { "\($0.period.id) \($0.dimension) \($0.member)" }) {
            let total = parts.reduce(0.0) { $0 + ($1.numerator ?? 0) }
            #expect(total == Double(parts[0].denominator ?? -1))
            #expect(Set(parts.map(\.considered)).count == 1)
        }
    }

    @Test("Each part of a mix is the share of that value, bounds and all", arguments: [3, 4] as [UInt64])
    func partsAreShares(seed: UInt64) async throws {
        let shares = ["1", "14", "16", "18"].map {
            "- { id: S\($0), name: Share, among: chosen, share: outcome = '\($0)' }"
        }
        let rows = Self.random(2500, seed: seed)
        let input = try Cases.fixture(kpis: shares.joined(separator: "\n")).input(
            rows, of: "cases", rejected: 60, unreadable: 5, asOf: "2026-05-10")
        let result = try await compute(input)
        let all = result.results + result.breakdowns
        for value in ["1", "14", "16", "18"] {
            let parts = all.filter { $0.kpi == "M01" && $0.statistic == "share:\(value)" }
            let whole = all.filter { $0.kpi == "S\(value)" }
            #expect(parts.count == whole.count && parts.count > 40)
            for (part, share) in zip(parts, whole) {
                #expect(part.period == share.period && part.member == share.member)
                #expect([part.value, part.lowest, part.highest] == [share.value, share.lowest, share.highest])
                #expect([part.lower, part.upper] == [share.lower, share.upper])
                #expect([part.considered, part.missing] == [share.considered, share.missing])
            }
        }
    }

    @Test("Counts by key and survival are those of the rows one by one", arguments: [5, 6] as [UInt64])
    func oneByOne(seed: UInt64) async throws {
        let rows = Self.random(2500, seed: seed)
        let result = try await compute(try input(seed: seed))
        let chosen = rows.filter(Self.counts)
        let asOf = CivilDate(year: 2026, month: 5, day: 10)
        for line in result.results where line.period.kind == .month {
            let mine = chosen.filter { Self.month($0) == line.period.id }
            if line.kpi == "P02" {
                let byTeam = Dictionary(grouping: mine.filter { $0["team"] != "" }) { $0["team"] ?? "" }
                let counts = byTeam.values.map(\.count).sorted()
                #expect(line.numerator == Double(counts.count))
                #expect(line.value == counts.middle)
            }
            if line.kpi == "T01" {
                let lengths = mine.compactMap { row -> (days: Int, ended: Bool)? in
                    guard let from = Self.day(row["opened_at"]) else { return nil }
                    let until = Self.day(row["ended_at"])
                    let days = (until ?? asOf).days - from.days
                    return days < 0 ? nil : (days, until != nil)
                }
                #expect(line.denominator == lengths.count)
                let ended = lengths.filter(\.ended).count
                #expect(line.numerator == Double(ended))
                #expect(line.value == redistributed(lengths).map(Double.init))
            }
            if line.kpi == "P01" {
                let end = line.period.last
                let open = rows.filter { row in
                    guard row["in_scope"] == "yes", let from = Self.day(row["opened_at"]), from <= end else {
                        return false
                    }
                    return Self.day(row["ended_at"]).map { $0 > end } ?? true
                }
                let known = open.filter { $0["officer_hash"] != "" }
                let counts = Dictionary(grouping: known) { $0["officer_hash"] ?? "" }.values.map(\.count).sorted()
                if line.period.last <= asOf {
                    #expect(line.denominator == known.count)
                    if line.statistic == "median" { #expect(line.value == counts.middle) }
                    if line.statistic == "largest" { #expect(line.value == counts.last.map(Double.init)) }
                }
            }
        }
    }

    @Test("Any number of jobs gives the same lines, rows in any order too, and every line adds up")
    func invariance() async throws {
        let fixture = try Cases.fixture()
        let rows = Self.random(9000, seed: 11)
        let one = try await compute(try fixture.input(rows, of: "cases", asOf: "2026-05-10"))
        let eight = try await compute(try fixture.input(rows, of: "cases", asOf: "2026-05-10", jobs: 8))
        let turned = try await compute(
            try fixture.input(Array(rows.reversed()), of: "cases", asOf: "2026-05-10", jobs: 3))
        #expect(one.results == eight.results && one.breakdowns == eight.breakdowns)
        #expect(one.results == turned.results && one.breakdowns == turned.breakdowns)
        let uncomputed = Set(one.uncomputed.map(\.kpi))
        for row in one.results + one.breakdowns where !uncomputed.contains(row.kpi) {
            let parts = [row.denominator, row.missing, row.notDue, row.excluded].compactMap { $0 }
            #expect(row.considered == parts.reduce(0, +), "\(row)")
            if let value = row.value, let lowest = row.lowest { #expect(lowest <= value, "\(row)") }
            if let value = row.value, let highest = row.highest { #expect(value <= highest, "\(row)") }
        }
    }

    /// The survival median another way: a row that had not ended passes its weight on to all that went on for longer.
    private func redistributed(_ lengths: [(days: Int, ended: Bool)]) -> Int? {
        let sorted = lengths.sorted { ($0.days, $0.ended ? 0 : 1) < ($1.days, $1.ended ? 0 : 1) }
        var weight = 1.0
        var ended = 0.0
        for (place, row) in sorted.enumerated() {
            let share = weight / Double(sorted.count - place)
            guard row.ended else { continue }
            weight -= share
            ended += share
            let isLastOfDay = place + 1 == sorted.count || sorted[place + 1].days > row.days || !sorted[place + 1].ended
            if isLastOfDay, ended >= 0.5 - 1e-9 { return row.days }
        }
        return nil
    }
}

extension [Int] {
    /// The median of ascending numbers.
    fileprivate var middle: Double? {
        isEmpty ? nil : Double(self[(count - 1) / 2] + self[count / 2]) / 2
    }
}
