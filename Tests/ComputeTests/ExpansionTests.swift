import Compute
import Definitions
import Tables
import Testing

/// Rows made of due points, of instants at which something is open, and of hours, in London time.
@Suite("Expansions")
struct ExpansionTests {
    static let schema = """
        schema: stays
        key: [stay_id]
        time: begun_at
        columns:
          stay_id: { type: id, required: true }
          begun_at: { type: time, required: true }
          since: { type: time, absent: null }
          ended_at: { type: time, absent: null }
          ended: { type: flag, absent: null }
          kept: { type: flag, absent: null }
          kind: { type: text, absent: null }
        """
    static let tables =
        """
        table: stays
        from: source.stays
        time: begun_at
        columns:
          starts: coalesce(since, begun_at)
        dimensions:
          kind: kind
        ---
        table: at_hours
        expand:
          rows: stays
          where: kept
          open: { from: starts, until: ended_at, ended: ended, at: hour, as: taken_at }
        columns:
          age: taken_at - starts
        dimensions:
          hour_of_week: hour_of_week(taken_at)
        ---
        table: slices
        expand:
          rows: stays
          where: kept
          hours: { from: starts, until: ended_at, as: hour_at, amount: within_hour }
        dimensions:
          hour_of_week: hour_of_week(hour_at)
        ---
        table: points
        expand:
          rows: stays
          where: kept
          points: { from: starts, until: ended_at, every: 28 d, as: due_at }

        """
        + ["day", "month_end", "period_end", "as_of"].map { at in
            """
            ---
            table: at_\(at)
            expand:
              rows: stays
              where: kept
              open: { from: starts, until: ended_at, ended: ended, at: \(at), as: taken_at }
            columns:
              age: taken_at - starts

            """
        }.joined()
    static let kpis =
        """
        defaults: { unit: stays, better: none }
        kpis:
        - { id: H01, name: Open, table: at_hours, period: taken_at, count: rows, by: [hour_of_week, kind] }
        - { id: H02, name: Ages, table: at_hours, period: taken_at, unit: hours, quantiles: { of: age, longest: 1 } }
        - { id: S01, name: Time, table: slices, period: hour_at, unit: minutes, sum: within_hour, by: [hour_of_week] }
        - { id: P01, name: Points, table: points, period: due_at, count: rows }

        """
        + ["day", "month_end", "period_end", "as_of"].enumerated().map { place, at in
            """
            - { id: D0\(place), name: Open at \(at), table: at_\(at), period: taken_at, count: rows }
            - { id: E0\(place), name: Age at \(at), table: at_\(at), period: taken_at, unit: hours, quantiles: { of: age, median: 0.5 } }

            """
        }.joined()

    static func fixture() throws -> Fixture { try Fixture(schema: schema, tables: tables, kpis: kpis) }

    /// A stay that is kept, from one local reading to another.
    static func stay(_ from: String, _ until: String?, _ more: [String: String] = [:]) -> [String: String] {
        ["stay_id": from, "begun_at": from, "ended_at": until ?? "", "kept": "yes"].merging(more) { $1 }
    }

    /// Something in every hour that matters, so that the data cover the days around.
    static let cover = [stay("2026-01-01 00:00:00", "2026-01-01 00:00:00", ["kept": "no"])]

    static func row(
        _ stays: [[String: String]], _ kpi: String, _ period: String, asOf: String = "2026-12-31"
    ) async throws -> FigureRow {
        let fixture = try fixture()
        let input = try fixture.input([("stays", cover + stays)], asOf: asOf)
        return try #require(try await fixture.row(input, kpi, nil, period))
    }

    @Test("A stay is open at the ends of the hours that it covers: from is inside, until is not")
    func ends() async throws {
        for (from, until, count) in [
            ("08:00:00", "09:00:00", 1.0), ("08:59:59", "09:00:00", 1), ("08:00:00", "08:59:59", 0),
            ("09:00:00", "09:00:00", 0), ("08:30:00", "11:00:01", 3),
        ] {
            let row = try await Self.row([Self.stay("2026-03-04 \(from)", "2026-03-04 \(until)")], "H01", "2026-03-04")
            #expect(row.statistic == "open")
            #expect(row.numerator == count)
            #expect(row.value == count / 24)
        }
    }

    @Test("The hour that comes twice in October is two instants, the hour that March leaves out is none")
    func clockChanges() async throws {
        // 00:30 summer time to 03:30 winter time: the hours of 0, 1, 1 again and 2 end meanwhile.
        let october = [Self.stay("2026-10-25 00:30:00", "2026-10-25 03:30:00")]
        let long = try await Self.row(october, "H01", "2026-10-25")
        #expect(long.numerator == 4)
        #expect(long.value == 4.0 / 25)
        // 00:30 winter time to 02:30 summer time is one hour long.
        let short = try await Self.row([Self.stay("2026-03-29 00:30:00", "2026-03-29 02:30:00")], "H01", "2026-03-29")
        #expect(short.numerator == 1)
        #expect(short.value == 1.0 / 23)

        let fixture = try Self.fixture()
        let input = try fixture.input([("stays", Self.cover + october)])
        let sunday = try #require(Period(parsing: "2026-10"))
        let members = try await figures(input, kpis: ["H01"], periods: .one(sunday), by: "hour_of_week")
        // Four Sundays of October 2026, the last of which has the hour from one o'clock twice: five instants.
        let twice = try #require(members.first { $0.member == "145" })
        #expect(twice.numerator == 2)
        #expect(twice.value == 2.0 / 5)
        #expect(members.map(\.member) == ["144", "145", "146"])
    }

    @Test("Hours share an interval out, across both clock changes; one without an end has no amount")
    func hours() async throws {
        // 00:45 summer time to 02:15 winter time: a quarter, the hour that comes twice, a quarter.
        let fixture = try Self.fixture()
        let october = [Self.stay("2026-10-25 00:45:00", "2026-10-25 02:15:00")]
        let input = try fixture.input([("stays", Self.cover + october)])
        let month = try #require(Period(parsing: "2026-10"))
        let members = try await figures(input, kpis: ["S01"], periods: .one(month), by: "hour_of_week")
        #expect(members.map(\.member) == ["144", "145", "146"])
        #expect(members.map(\.value) == [15, 120, 15])

        let open = try await Self.row([Self.stay("2026-03-04 08:10:00", nil)], "S01", "2026-03-04")
        #expect(open.denominator == 0)
        #expect(open.missing == 1)
        #expect(open.considered == 1)
        let night = Self.stay("2026-03-04 23:50:00", "2026-03-05 00:20:00")
        let later = Self.stay("2026-03-06 12:00:00", nil, ["kept": "no"])
        let crossing = try await Self.row([night, later], "S01", "2026-03-05")
        #expect(crossing.value == 20)
        #expect(crossing.denominator == 1)
    }

    @Test("Points come every 28 days, before the end and before the as-of")
    func points() async throws {
        let open = Self.stay("2025-12-24 12:00:00", nil)
        let later = Self.stay("2026-04-05 12:00:00", nil, ["kept": "no"])
        for (period, count) in [("2026-01", 1.0), ("2026-02", 1), ("2026-03", 1), ("2026-04", 0)] {
            let row = try await Self.row([open, later], "P01", period, asOf: "2026-04-10")
            #expect(row.value == count)
        }
        let closed = Self.stay("2026-01-01 12:00:00", "2026-01-29 12:00:00")
        #expect(try await Self.row([closed], "P01", "2026-01").value == 0)
        #expect(
            try await Self.row([Self.stay("2026-01-01 12:00:00", "2026-01-29 12:00:01")], "P01", "2026-01").value == 1)
    }

    @Test("A stock is that of the period's last instant; a period without one is empty")
    func lastInstants() async throws {
        let stays = [
            Self.stay("2026-02-01 09:00:00", "2026-03-01 00:00:00"),  // to the end of February
            Self.stay("2026-02-01 09:00:00", "2026-02-28 23:59:59"),
            Self.stay("2026-02-10 09:00:00", "2026-02-12 09:00:00"),
            Self.stay("2026-03-05 09:00:00", nil, ["ended": "no"]),
            Self.stay("2026-03-10 09:00:00", nil, ["kept": "no"]),
        ]
        // Kind of instant, period, count; the as-of is 10 March, a Tuesday.
        let expected: [(String, String, Double?)] = [
            ("D00", "2026-02-10", 3), ("D00", "2026-02", 1), ("D00", "2026-Q1", 1), ("D00", "2026-03-04", 0),
            ("D01", "2026-02", 1), ("D01", "2026-03", 1), ("D01", "2026-02-10", nil), ("D01", "FY2025-26", 1),
            ("D02", "2026-W07", 2), ("D02", "2026-02", 1), ("D02", "2026-02-10", nil), ("D02", "2026-W11", 1),
            ("D03", "2026-02", nil), ("D03", "2026-03", 1),
        ]
        for (kpi, period, count) in expected {
            let row = try await Self.row(stays, kpi, period, asOf: "2026-03-10")
            #expect(row.value == count, "\(kpi) \(period)")
            #expect(count != nil || row.state == .empty)
        }
        // Only the rows of the last instant have an age: 27 days 14 h 59 min 59.999 s.
        let age = try await Self.row(stays, "E00", "2026-02", asOf: "2026-03-10")
        #expect(age.denominator == 1)
        let milliseconds: Int = (27 * 24 + 15) * 3_600_000 - 1
        #expect(age.value == Double(milliseconds) / 3_600_000)
    }

    @Test("What ended at an unknown time, or may not belong, is doubtful: missing, and in the bounds")
    func doubtful() async throws {
        let certain = Self.stay("2026-03-04 08:30:00", "2026-03-04 09:30:00")
        let doubtful: [(String, [String: String])] = [
            ("ended", Self.stay("2026-03-04 22:30:00", nil, ["ended": "yes"])),
            ("perhaps ended", Self.stay("2026-03-04 22:30:00", nil)),
            ("perhaps kept", Self.stay("2026-03-04 22:30:00", "2026-03-05 00:00:00", ["kept": "", "ended": "yes"])),
        ]
        for (name, extra) in doubtful {
            let row = try await Self.row([certain, extra], "H01", "2026-03-04")
            #expect(row.numerator == 1, "\(name)")
            #expect(row.missing == 2)
            #expect(row.considered == 3)
            #expect(row.lowest == 1.0 / 24)
            #expect(row.highest == 3.0 / 24)
        }
        let open = Self.stay("2026-03-04 22:30:00", nil, ["ended": "no"])
        let row = try await Self.row([certain, open], "H01", "2026-03-04")
        #expect(row.numerator == 3)
        #expect(row.lowest == row.value)
    }

    @Test("A record of which nothing could be read may be open at every instant of its file")
    func unreadable() async throws {
        let fixture = try Self.fixture()
        let rows = Self.cover + [Self.stay("2026-03-04 08:30:00", "2026-03-04 09:30:00"), ["stay_id": "torn"]]
        let input = try fixture.input(rows, of: "stays", unreadable: 1)
        let row = try #require(try await fixture.row(input, "H01", nil, "2026-03-04"))
        #expect(row.numerator == 1)
        #expect(row.considered == 1)
        #expect(row.lowest == 1.0 / 24)
        #expect(row.highest == 1.0 / 24 + 1)
    }

    @Test("Stocks by the hour equal a count hour by hour, whatever the number of workers")
    func bruteForce() async throws {
        var random = SplitMix(state: 7)
        let fixture = try Self.fixture()
        // Around the hour that comes twice.
        let first = fixture.zone.start(of: fixture.day("2026-10-22"))
        let last = fixture.zone.start(of: fixture.day("2026-10-29"))
        var stays: [[String: String]] = []
        var spans: [(from: Int64, until: Int64)] = []
        for number in 0..<300 {
            let from = first + Int64(random.next(7 * 86_400)) * 1000
            let until = from + Int64(random.next(40 * 3600)) * 1000
            // A reading that comes twice would be read as the first: such stays are left to the other tests.
            guard case .unique = fixture.zone.read(local: fixture.zone.local(from)),
                case .unique = fixture.zone.read(local: fixture.zone.local(until))
            else { continue }
            stays.append(
                [
                    "stay_id": "\(number)", "begun_at": text(from, fixture.zone), "ended_at": text(until, fixture.zone),
                    "kept": "yes",
                ])
            spans.append((from, until))
        }
        var expected: [String: Double] = [:]
        var end = first + 3_600_000
        while end <= last {
            let count = spans.count { $0.from <= end - 1 && end - 1 < $0.until }
            expected["\(fixture.zone.day(end - 1))", default: 0] += Double(count)
            end += 3_600_000
        }
        for jobs in [1, 4] {
            let input = try fixture.input([("stays", Self.cover + stays)], asOf: "2026-10-28", jobs: jobs)
            let rows = try await figures(
                input, kpis: ["H01"],
                periods: .every(.day, from: fixture.day("2026-10-22"), to: fixture.day("2026-10-28")), by: nil)
            #expect(rows.count == 7)
            for row in rows { #expect(row.numerator == expected[row.period.id], "\(row.period.id)") }
        }
    }

    private func text(_ instant: Int64, _ zone: ZoneTable) -> String {
        let local = zone.local(instant)
        let seconds = Int(floorDivide(local, 1000)) - zone.day(instant).days * 86_400
        return
            "\(zone.day(instant)) \(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    }
}
