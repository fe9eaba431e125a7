import Compute
import Definitions
import Tables
import Testing

/// DQ25 over the calls of eight months.
@Suite("Rows of the newest month")
struct MonthlyRowsTests {
    static func calls(_ perMonth: [Int]) -> [[String: String]] {
        var rows: [[String: String]] = []
        for (month, count) in perMonth.enumerated() {
            let first = CivilDate(year: 2026, month: month + 1, day: 1)
            let length = CivilDate.length(ofMonth: month + 1, year: 2026)
            for number in 0..<count {
                // The first and last day of each month have a row, so that every month is whole.
                let day = number == 0 ? 0 : number == 1 ? length - 1 : number % length
                rows.append([
                    "call_id": "c\(rows.count)", "channel": "999", "disposition": "answered",
                    "offered_at": "\(first.adding(days: day)) 10:00:00",
                ])
            }
        }
        return rows
    }

    @Test("A month that broke off is outside the limits of the months before it")
    func brokenOff() async throws {
        let fixture = try Fixture.catalogue()
        // Mean 102, moving ranges of 4 only: limits 102 ± 10.64.
        let input = try fixture.input(Self.calls([100, 104, 100, 104, 100, 104, 60]), asOf: "2026-07-31")
        let result = try await compute(input)
        #expect(result.tableRuleCounts.filter { $0.rule == "DQ25" }.map(\.count) == [1])
        #expect(
            result.findings.map(\.message) == [
                "calls: Jul 2026 has 60 rows, outside the 91 to 113 that the months before it lead to expect (rule DQ25)"
            ])
    }

    @Test("A run has numbers for the names of canonical tables, which the rule's rows show")
    func names() throws {
        let texts = Set(try Fixture.catalogue().definition.texts)
        #expect(texts.isSuperset(of: ["DQ25", "calls", "incidents", "crimes"]))
    }

    @Test("A month within the limits, and too short a past, say nothing")
    func inside() async throws {
        let fixture = try Fixture.catalogue()
        let inside = try fixture.input(Self.calls([100, 104, 100, 104, 100, 104, 92]), asOf: "2026-07-31")
        let result = try await compute(inside)
        #expect(result.tableRuleCounts.filter { $0.rule == "DQ25" }.map(\.count) == [0])
        #expect(result.findings.isEmpty)
        let short = try await compute(try fixture.input(Self.calls([100, 104, 10]), asOf: "2026-03-31"))
        #expect(short.tableRuleCounts.filter { $0.rule == "DQ25" }.isEmpty)
    }

    @Test("Months before a break say nothing of those after it")
    func breaks() async throws {
        func findings(_ counts: [Int], break day: String) async throws -> [Int] {
            let fixture = try Fixture.catalogue(
                calendar: "breaks:\n- { id: a, on: \(day), figures: [C06], label: l, authority: a }")
            let asOf = "2026-\(padded(counts.count, 2))-\(CivilDate.length(ofMonth: counts.count, year: 2026))"
            let input = try fixture.input(Self.calls(counts), asOf: asOf)
            return try await compute(input).tableRuleCounts.filter { $0.rule == "DQ25" }.map(\.count)
        }
        let counts = [300, 304, 100, 104, 100, 104, 100, 104, 101]
        // From March on the months are alike; with January and February the limits are wide.
        #expect(try await findings(counts + [60], break: "2026-03-01") == [1])
        // A break inside March leaves six months before October: April to September.
        #expect(try await findings(counts + [60], break: "2026-03-02") == [1])
        #expect(try await findings(counts + [60], break: "2026-04-02") == [])
        #expect(try await findings(counts + [60], break: "2026-10-15") == [])
        // A break after the newest month is none yet.
        #expect(try await findings([100, 104, 100, 104, 100, 104, 60], break: "2026-08-01") == [1])
    }
}
