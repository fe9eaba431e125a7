import Testing

@testable import Expressions
@testable import Tables

@Suite("Local time")
struct LocalTimeTests {
    /// Instants, and what a London clock and calendar said.
    struct Instant: Sendable, CustomTestStringConvertible {
        let utc: String
        let date: String
        let clock: (hour: Int64, minute: Int64, second: Int64)
        let month: Int64
        let weekday: Int64
        let hourOfWeek: Int64
        let hourStart: String

        var testDescription: String { utc }
    }

    static let instants = [
        Instant(
            utc: "2026-03-31 22:30", date: "2026-03-31", clock: (23, 30, 0), month: 3, weekday: 1, hourOfWeek: 47,
            hourStart: "2026-03-31 22:00"),
        Instant(
            utc: "2026-03-31 23:30", date: "2026-04-01", clock: (0, 30, 0), month: 4, weekday: 2, hourOfWeek: 48,
            hourStart: "2026-03-31 23:00"),
        Instant(
            utc: "2026-06-30 23:00", date: "2026-07-01", clock: (0, 0, 0), month: 7, weekday: 2, hourOfWeek: 48,
            hourStart: "2026-06-30 23:00"),
        Instant(
            utc: "2026-03-29 00:59:59", date: "2026-03-29", clock: (0, 59, 59), month: 3, weekday: 6, hourOfWeek: 144,
            hourStart: "2026-03-29 00:00"),
        Instant(
            utc: "2026-03-29 01:00", date: "2026-03-29", clock: (2, 0, 0), month: 3, weekday: 6, hourOfWeek: 146,
            hourStart: "2026-03-29 01:00"),
        Instant(
            utc: "2026-10-25 00:30", date: "2026-10-25", clock: (1, 30, 0), month: 10, weekday: 6, hourOfWeek: 145,
            hourStart: "2026-10-25 00:00"),
        Instant(
            utc: "2026-10-25 01:30", date: "2026-10-25", clock: (1, 30, 0), month: 10, weekday: 6, hourOfWeek: 145,
            hourStart: "2026-10-25 01:00"),
        Instant(
            utc: "2025-12-29 00:00", date: "2025-12-29", clock: (0, 0, 0), month: 12, weekday: 0, hourOfWeek: 0,
            hourStart: "2025-12-29 00:00"),
        Instant(
            utc: "2027-01-01 12:00", date: "2027-01-01", clock: (12, 0, 0), month: 1, weekday: 4, hourOfWeek: 108,
            hourStart: "2027-01-01 12:00"),
        Instant(
            utc: "1969-12-31 22:15:07", date: "1969-12-31", clock: (23, 15, 7), month: 12, weekday: 2, hourOfWeek: 71,
            hourStart: "1969-12-31 22:00"),
    ]

    /// All instants in one batch, so that the offset in use changes from row to row.
    let batch = Batch(
        count: instants.count + 1, columns: ["offered_at": instants.map { .integer(utc($0.utc)) } + [nil]])

    private func expect(_ text: String, _ expected: (Instant) -> Int64) throws {
        let wanted = LocalTimeTests.instants.map { Value?.some(.integer(expected($0))) } + [nil]
        #expect(try batch.evaluate(try typed(text)) == wanted, "\(text)")
    }

    @Test("the functions of a time")
    func functions() throws {
        try expect("hour_of_week(offered_at)") { $0.hourOfWeek }
        try expect("hour(offered_at)") { $0.clock.hour }
        try expect("minute(offered_at)") { $0.clock.minute }
        try expect("second(offered_at)") { $0.clock.second }
        try expect("month(offered_at)") { $0.month }
        try expect("month(date(offered_at))") { $0.month }
        try expect("weekday(offered_at)") { $0.weekday }
        try expect("weekday(date(offered_at))") { $0.weekday }
        try expect("hour_start(offered_at)") { utc($0.hourStart) }
        try expect("date(offered_at)") { Int64(CivilDate($0.date)?.days ?? 0) }
        try expect("date(offered_at) - 1") { Int64(CivilDate($0.date)?.days ?? 0) - 1 }
    }

    @Test(
        "neighbouring rows have what each has by itself, across midnight and changes of the clock",
        arguments: ["2026-03-28 22:00", "2026-10-24 22:00"])
    func neighbours(first: String) throws {
        let up = (0..<60).map { Value?.some(.integer(utc(first) + $0 * 450_000 + 999)) }
        let times = up + [nil] + up.reversed()
        let batch = Batch(count: times.count, columns: ["offered_at": times])
        for function in ["hour_of_week", "hour", "minute", "second", "hour_start", "date"] {
            let expression = try typed("\(function)(offered_at)")
            let alone = try times.flatMap { try Batch(count: 1, columns: ["offered_at": [$0]]).evaluate(expression) }
            #expect(try batch.evaluate(expression) == alone, "\(function)")
        }
    }

    @Test("days between are local days, not spans of 24 hours")
    func days() throws {
        let batch = Batch(
            count: 4,
            columns: [
                "offered_at": [
                    .integer(utc("2026-03-31 22:59")), .integer(utc("2026-03-28 12:00")),
                    .integer(utc("2026-07-01 12:00")), nil,
                ],
                "human_at": [
                    .integer(utc("2026-03-31 23:01")), .integer(utc("2026-03-29 11:00")),
                    .integer(utc("2026-06-30 12:00")), .integer(0),
                ],
                "callback_due_on": [.integer(20_544), .integer(20_544), .integer(20_544), .integer(20_544)],
            ])
        #expect(
            try batch.evaluate(try typed("days(offered_at, human_at)"))
                == [.integer(1), .integer(1), .integer(-1), nil])
        // 20,544 is 1 April 2026.
        #expect(
            try batch.evaluate(try typed("days(offered_at, callback_due_on)"))
                == [.integer(1), .integer(4), .integer(-91), nil])
        #expect(
            try batch.evaluate(try typed("date(offered_at) >= '2026-04-01'"))
                == [.flag(false), .flag(false), .flag(true), nil])
    }

    @Test("Sunday 01:00 occurs four times in March 2026 and five times in October")
    func labels() throws {
        for (month, hours, expected) in [(3, 31 * 24 - 1, [4, 5]), (10, 31 * 24 + 1, [5, 4])] {
            let start = london.start(of: CivilDate(year: 2026, month: month, day: 1))
            let times = (0..<hours).map { Value?.some(.integer(start + Int64($0) * 3_600_000)) }
            let batch = Batch(count: hours, columns: ["offered_at": times])
            let labels = try batch.evaluate(try typed("hour_of_week(offered_at)"))
            let counts = [145, 146].map { label in labels.filter { $0 == .integer(label) }.count }
            #expect(counts == expected)
        }
    }
}
