import Foundation
import Tables
import Testing

/// DOMAIN.md section 5.3 and VECTORS.md section 7.
@Suite("Time zones")
struct ZoneTableTests {
    static let london = try? zone("Europe/London")

    static func zone(_ name: String) throws -> ZoneTable {
        let data = try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/\(name)"))
        return try ZoneTable(name: name, file: Array(data))
    }

    static func instant(_ text: String) throws -> Int64 {
        let halves = text.split(separator: " ")
        let day = try #require(CivilDate(String(halves[0])))
        let clock = halves[1].split(separator: ":").compactMap { Int64($0) }
        return Int64(day.days) * 86_400_000 + clock[0] * 3_600_000 + clock[1] * 60_000
    }

    @Test(
        "British clocks change at 01:00 UTC",
        arguments: [
            "2024-03-31", "2024-10-27", "2025-03-30", "2025-10-26", "2026-03-29", "2026-10-25", "2040-03-25",
            "2040-10-28", "2099-03-29",
        ])
    func changes(day: String) throws {
        let zone = try #require(Self.london)
        let change = try Self.instant("\(day) 01:00")
        let toSummer = day.contains("-03-")
        #expect(zone.offset(at: change - 1) == (toSummer ? 0 : 3_600_000))
        #expect(zone.offset(at: change) == (toSummer ? 3_600_000 : 0))
    }

    @Test(
        "The stretch of an instant lies in its day with one offset, and ends where either changes",
        arguments: ["Europe/London", "Australia/Lord_Howe", "America/Havana", "Pacific/Apia", "UTC"])
    func stretches(name: String) throws {
        let zone = try Self.zone(name)
        // A step that meets every hour of the day and falls on both sides of each change.
        let (begin, end) = (try Self.instant("2009-01-01 00:00"), try Self.instant("2027-01-01 00:00"))
        for instant in stride(from: begin, to: end, by: 11 * 3_600_000 + 1_799_999) {
            let (day, range) = zone.stretch(of: instant)
            #expect(range.contains(instant))
            #expect(day == zone.day(instant))
            for other in [range.lowerBound, range.upperBound - 1] {
                #expect(zone.day(other) == day && zone.offset(at: other) == zone.offset(at: instant))
            }
            for other in [range.lowerBound - 1, range.upperBound] {
                #expect(zone.day(other) != day || zone.offset(at: other) != zone.offset(at: instant))
            }
        }
    }

    @Test("One offset holds throughout a day unless clocks change in it")
    func throughout() throws {
        let zone = try #require(Self.london)
        func offset(_ first: String, _ last: String) throws -> Int64? {
            zone.offset(throughout: try Self.instant(first)...Self.instant(last))
        }
        #expect(try offset("2025-03-29 00:00", "2025-03-29 23:59") == 0)
        #expect(try offset("2025-03-30 00:00", "2025-03-30 23:59") == nil)
        #expect(try offset("2025-03-31 00:00", "2025-03-31 23:59") == 3_600_000)
        #expect(try offset("2025-10-26 00:00", "2025-10-26 23:59") == nil)
        // Summer's end is at 02:00, and what comes from 01:00 on may mean either.
        #expect(try offset("2025-10-26 00:00", "2025-10-26 00:59") == 3_600_000)
        #expect(try offset("2025-10-26 00:00", "2025-10-26 01:00") == nil)
        #expect(try offset("2025-10-26 01:59", "2025-10-26 02:00") == nil)
        #expect(try offset("2025-10-26 02:00", "2025-10-26 23:59") == 0)
        // The same offset a year later, but not all the year.
        #expect(try offset("2025-01-01 00:00", "2025-12-31 23:59") == nil)
    }

    @Test("The doubled hour has two readings, the missing one is moved on")
    func readings() throws {
        let zone = try #require(Self.london)
        let doubled = try Self.instant("2025-10-26 01:30")
        #expect(zone.read(local: doubled) == .ambiguous(first: doubled - 3_600_000, second: doubled))
        let missing = try Self.instant("2026-03-29 01:15")
        #expect(zone.read(local: missing) == .missing(moved: missing))
        #expect(zone.local(missing) == missing + 3_600_000)
        let summer = try Self.instant("2026-07-01 00:00")
        #expect(zone.read(local: summer) == .unique(summer - 3_600_000))
    }

    @Test("Every instant of two years is among the readings of its local time")
    func roundTrip() throws {
        let zone = try #require(Self.london)
        var instant = try Self.instant("2025-01-01 00:00")
        let end = try Self.instant("2027-01-01 00:00")
        while instant < end {
            switch zone.read(local: zone.local(instant)) {
            case .unique(let utc): #expect(utc == instant)
            case .ambiguous(let first, let second): #expect(first == instant || second == instant)
            case .missing: Issue.record("\(instant) reads as missing")
            }
            instant += 900_000
        }
    }

    @Test("A zone of half hours and one without summer time are read")
    func others() throws {
        let kolkata = try Self.zone("Asia/Kolkata")
        #expect(kolkata.offset(at: try Self.instant("2026-07-01 00:00")) == 19_800_000)
        let utc = try Self.zone("UTC")
        #expect(utc.offset(at: 0) == 0)
        #expect(utc.read(local: 5) == .unique(5))
    }

    @Test("A file that is no TZif is refused")
    func refused() {
        #expect(throws: Diagnostic(code: "E0901", "the time zone file for X is not a TZif file")) {
            try ZoneTable(name: "X", file: Array("hello".utf8))
        }
    }

    @Test("The as-of instant is the local midnight after its day")
    func asOf() throws {
        let zone = try #require(Self.london)
        let june = AsOf(endOf: CivilDate(year: 2026, month: 6, day: 30), in: zone)
        #expect(june.instant == (try Self.instant("2026-06-30 23:00")))
    }
}
