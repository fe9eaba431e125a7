import Definitions
import Tables
import Testing

@testable import Ingest

/// Local clocks: the hour that occurs twice, the hour that never occurs, readings past midnight.
@Suite struct ClockTests {
    private let schema = Sketch.schema([
        Sketch.column("call_id", .id), Sketch.column("offered_at", .time), Sketch.column("answered_at", .time),
        Sketch.column("ended_at", .time),
    ])

    private let source = Sketch.source([
        // Declared out of order on purpose: the canonical table's order says how times follow each other.
        Sketch.map("ended_at", "End", Sketch.seconds), Sketch.map("call_id", "Id", .id),
        Sketch.map("offered_at", "Start", Sketch.seconds), Sketch.map("answered_at", "Answer", Sketch.seconds),
    ])

    private func decode(_ rows: [String]) async throws -> Decoded {
        try await Decoded(
            [("calls_20260930.csv", "Id,Start,Answer,End\n" + rows.map { $0 + "\n" }.joined())], source, schema)
    }

    @Test func theDoubledHourKeepsARowInOrder() async throws {
        let night = "26/10/2025"
        let decoded = try await decode([
            // Both readings of all times keep the order: the first, summer, ones are taken.
            "a,\(night) 01:10:00,\(night) 01:11:00,\(night) 01:12:00",
            // Answered before offered by the clock: only the second reading is later.
            "b,\(night) 01:59:50,\(night) 01:00:05,\(night) 01:02:00",
            // Offered before the change, ended after it.
            "c,\(night) 00:59:00,\(night) 01:00:00,\(night) 02:00:00",
            // One time alone.
            "d,\(night) 01:30:00,,",
            // No reading keeps them in order: first readings.
            "e,\(night) 01:30:00,\(night) 00:30:00,",
        ])
        #expect(
            decoded.values("offered_at") == [
                "2025-10-26T00:10:00Z", "2025-10-26T00:59:50Z", "2025-10-25T23:59:00Z", "2025-10-26T00:30:00Z",
                "2025-10-26T00:30:00Z",
            ])
        #expect(
            decoded.values("answered_at") == [
                "2025-10-26T00:11:00Z", "2025-10-26T01:00:05Z", "2025-10-26T00:00:00Z", "-", "2025-10-25T23:30:00Z",
            ])
        #expect(
            decoded.values("ended_at") == [
                "2025-10-26T00:12:00Z", "2025-10-26T01:02:00Z", "2025-10-26T02:00:00Z", "-", "-",
            ])
        #expect(
            decoded.faults == [
                "0 ended_at T01", "0 offered_at T01", "0 answered_at T01", "1 ended_at T01", "1 offered_at T01",
                "1 answered_at T01", "2 answered_at T01", "3 offered_at T01", "4 offered_at T01",
            ])
    }

    @Test func aTimeOutOfOrderSaysNothingOfTheOthers() async throws {
        let schema = Sketch.schema([
            Sketch.column("call_id", .id), Sketch.column("offered_at", .time), Sketch.column("answered_at", .time),
            Sketch.column("ended_at", .time), Sketch.column("noted_at", .time, after: "offered_at"),
        ])
        let source = Sketch.source([
            Sketch.map("call_id", "Id", .id), Sketch.map("offered_at", "Start", Sketch.seconds),
            Sketch.map("answered_at", "Answer", Sketch.seconds), Sketch.map("ended_at", "End", Sketch.seconds),
            Sketch.map("noted_at", "Note", Sketch.seconds),
        ])
        let night = "26/10/2025"
        let decoded = try await Decoded(
            [
                (
                    "calls_20260930.csv",
                    "Id,Start,Answer,End,Note\n"
                        // The answer is of another day: the end still follows the offer into the second hour.
                        + "a,\(night) 01:50:00,25/10/2025 09:00:00,\(night) 01:10:00,\n"
                        // Noted before the end: not out of order, and later than the offer by its first reading.
                        + "b,\(night) 01:50:00,\(night) 01:10:00,\(night) 01:40:00,\(night) 01:55:00\n"
                        + "c,\(night) 01:50:00,\(night) 01:10:00,\(night) 01:40:00,\(night) 01:05:00\n"
                )
            ], source, schema)
        #expect(decoded.values("ended_at") == ["2025-10-26T01:10:00Z", "2025-10-26T01:40:00Z", "2025-10-26T01:40:00Z"])
        #expect(decoded.values("noted_at") == ["-", "2025-10-26T00:55:00Z", "2025-10-26T01:05:00Z"])
    }

    @Test func theMissingHourMovesOn() async throws {
        let decoded = try await decode([
            "a,29/03/2026 00:59:59,29/03/2026 01:15:00,29/03/2026 02:15:00"
        ])
        #expect(decoded.values("offered_at") == ["2026-03-29T00:59:59Z"])
        // 01:15 does not exist; read with the winter offset it is 01:15 UTC, which clocks call 02:15.
        #expect(decoded.values("answered_at") == ["2026-03-29T01:15:00Z"])
        #expect(decoded.values("ended_at") == ["2026-03-29T01:15:00Z"])
        #expect(decoded.faults == ["0 answered_at T02"])
    }

    @Test func everyQuarterOfAnHourReadsAsTheZoneSays() async throws {
        let zone = try Sketch.london()
        var clock = LocalClock(zone)
        let start = Int64(CivilDate(year: 2025, month: 10, day: 25).days) * 86_400_000
        for step in stride(from: Int64(0), to: 172_800_000, by: 450_001) {
            let local = start + step
            switch (clock.read(local), zone.read(local: local)) {
            case (.unique(let left), .unique(let right)): #expect(left == right)
            case (.doubled(let first, let second), .ambiguous(let left, let right)):
                #expect(first == left && second == right)
            default: Issue.record("\(local) is read in two ways")
            }
        }
    }

    @Test(
        "Times that go to and fro between many days, both changes of clocks among them, read as each alone",
        arguments: [1, 2])
    func manyDays(seed: UInt64) async throws {
        var random = SplitMix(seed: seed)
        let zone = try Sketch.london()
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        var rows: [String] = []
        var expected: [String] = []
        for row in 0..<3000 {
            let clock = Int(random.next() % 86_400)
            // From two days before clocks go back to the spring, or only the days around the spring change.
            let first = CivilDate(year: seed == 1 ? 2025 : 2026, month: seed == 1 ? 10 : 3, day: 24)
            let day = first.adding(days: Int(random.next() % (seed == 1 ? 160 : 8)))
            let written = "\(day)".split(separator: "-").reversed().joined(separator: "/")
            rows.append(
                "\(row),\(written) \(two(clock / 3600)):\(two(clock / 60 % 60)):\(two(clock % 60)),,")
            switch zone.read(local: Int64(day.days) * 86_400_000 + Int64(clock) * 1000) {
            case .unique(let instant), .ambiguous(let instant, _), .missing(let instant):
                expected.append(Decoded.utc(instant))
            }
        }
        let decoded = try await decode(rows)
        #expect(decoded.values("offered_at") == expected)
    }

    private let clocks = Sketch.source([
        Sketch.map("call_id", "Id", .id), Sketch.map("offered_at", "Start", Sketch.seconds),
        Sketch.map(
            "answered_at", "Answer",
            .timeOfDay(
                formats: ["HH:mm:ss"], dayHeader: ["Date"], dayFormats: ["dd/MM/yyyy"], rollsOverAfter: "offered_at")),
        Sketch.map(
            "ended_at", "End",
            .timeOfDay(
                formats: ["HH:mm:ss"], dayHeader: ["Date"], dayFormats: ["dd/MM/yyyy"], rollsOverAfter: "answered_at")),
    ])

    @Test func clockReadingsRollPastMidnightInAChain() async throws {
        let text = """
            Id,Start,Date,Answer,End
            a,01/03/2026 10:00:00,01/03/2026,10:00:09,10:05:00
            b,01/03/2026 23:59:58,01/03/2026,00:00:05,00:10:00
            c,01/03/2026 23:59:58,01/03/2026,,00:10:00
            d,,01/03/2026,00:00:05,00:10:00
            e,01/03/2026 10:00:00,,10:00:09,10:05:00
            f,26/10/2025 01:50:00,26/10/2025,01:10:00,01:20:00
            g,01/03/2026 10:00:00,01/03/2026,24:10:00,x

            """
        let decoded = try await Decoded([("calls_20260930.csv", text)], clocks, schema)
        #expect(
            decoded.values("answered_at") == [
                "2026-03-01T10:00:09Z", "2026-03-02T00:00:05Z", "-", "2026-03-01T00:00:05Z", "-",
                "2025-10-26T01:10:00Z", "-",
            ])
        #expect(
            decoded.values("ended_at") == [
                "2026-03-01T10:05:00Z", "2026-03-02T00:10:00Z", "2026-03-02T00:10:00Z", "2026-03-01T00:10:00Z", "-",
                "2025-10-26T01:20:00Z", "-",
            ])
        #expect(
            decoded.faults == [
                "5 offered_at T01", "5 answered_at T01", "5 ended_at T01", "6 answered_at V11", "6 ended_at V01",
            ])
    }

    private func clocks(_ format: String) -> SourceDefinition {
        Sketch.source([
            Sketch.map("call_id", "Id", .id), Sketch.map("offered_at", "Start", Sketch.seconds),
            Sketch.map(
                "answered_at", "Answer",
                .timeOfDay(
                    formats: [format], dayHeader: ["Date"], dayFormats: ["dd/MM/yyyy"], rollsOverAfter: "offered_at")),
        ])
    }

    @Test func aReadingIsTheNextOccurrenceAfterTheTimeItFollows() async throws {
        let text = """
            Id,Start,Date,Answer
            a,03/03/2026 23:59:58,01/03/2026,00:00:05
            b,03/03/2026 00:00:05,01/03/2026,00:00:05
            c,29/03/2026 12:00:00,28/03/2026,11:59:59
            d,26/10/2025 12:00:00,25/10/2025,11:30:00

            """
        let decoded = try await Decoded([("calls_20260930.csv", text)], clocks("HH:mm:ss"), schema)
        #expect(
            decoded.values("answered_at") == [
                "2026-03-04T00:00:05Z", "2026-03-03T00:00:05Z", "2026-03-30T10:59:59Z", "2025-10-27T11:30:00Z",
            ])
    }

    @Test func aReadingToTheMinuteFollowsATimeInItsMinute() async throws {
        let text = """
            Id,Start,Date,Answer
            a,01/03/2026 10:15:42,01/03/2026,10:15
            b,01/03/2026 10:15:42,01/03/2026,10:14
            c,26/10/2025 01:15:42,26/10/2025,01:15
            d,26/10/2025 01:15:42,26/10/2025,01:14

            """
        let decoded = try await Decoded([("calls_20260930.csv", text)], clocks("HH:mm"), schema)
        #expect(
            decoded.values("answered_at") == [
                "2026-03-01T10:15:00Z", "2026-03-02T10:14:00Z", "2025-10-26T00:15:00Z", "2025-10-26T01:14:00Z",
            ])
        #expect(decoded.source.columns.first { $0.name == "answered_at" }?.resolution == 60_000)
        #expect(decoded.source.columns.first { $0.name == "offered_at" }?.resolution == 1000)
    }
}
