import Definitions
import Tables
import Testing

@testable import Compute

@Suite("Two clocks side by side")
struct ClockComparisonTests {
    /// Four calls: two whose network stamp is missing would make the clocks look further apart than they are.
    private static let rows: [[String: String]] = [
        ("a", "10:00:00", "09:59:58", "10:00:09"), ("b", "11:00:00", "10:59:57", "11:00:05"),
        ("c", "12:00:00", "", "12:00:20"), ("d", "13:00:00", "", "13:00:30"),
    ].map { id, offered, network, answered in
        [
            "call_id": id, "channel": "999", "direction": "inbound", "disposition": "answered",
            "offered_at": "2026-03-02 \(offered)", "answered_at": "2026-03-02 \(answered)",
            "network_connected_at": network.isEmpty ? "" : "2026-03-02 \(network)",
        ]
    }

    @Test("Only rows that both clocks can tell are compared")
    func bothKnown() async throws {
        let fixture = try Fixture.catalogue()
        let month = try #require(Period(parsing: "2026-03"))
        let answer = try await explain(
            try fixture.input(Self.rows), kpi: "C01", period: month, member: nil, rows: nil)
        // By our clock 9 s, 5 s, 20 s and 30 s; by the network's 11 s and 8 s.
        #expect(answer.figures.map(\.value) == [50])
        let clocks = try #require(answer.clocks.first)
        #expect(answer.clocks.count == 1)
        #expect(clocks.own.map(\.kpi) + clocks.other.map(\.kpi) == ["C01", "C01n"])
        #expect(clocks.own.map(\.value) == [100])
        #expect(clocks.other.map(\.value) == [50])
        #expect(clocks.own.map(\.denominator) == [2])
    }

    @Test("Companions over other rows, or with the same clock, are no clocks to compare")
    func othersAreNot() throws {
        let figures = try Fixture.catalogue().definition.figures
        func figure(_ id: String) throws -> FigureDefinition { try #require(figures.first { $0.id == id }) }
        #expect(clockComparison(try figure("A01"), try figure("A01b")) == nil)
        #expect(clockComparison(try figure("A01"), try figure("A01.first")) == nil)
        #expect(clockComparison(try figure("A01"), try figure("A01.assigned")) != nil)
        #expect(clockComparison(try figure("C03"), try figure("C03n")) != nil)
    }
}
