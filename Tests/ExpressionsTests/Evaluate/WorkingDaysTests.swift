import Tables
import Testing

@testable import Expressions

/// VECTORS section 7: the bank holidays of England and Wales about Christmas and Easter.
@Suite("Working days")
struct WorkingDaysTests {
    static let england = WorkingDays(
        covers: day("2025-12-01")...day("2027-01-31"),
        holidays: [
            "2025-12-25", "2025-12-26", "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25",
            "2026-08-31", "2026-12-25", "2026-12-28", "2027-01-01",
        ].map(day))

    static func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(days: 0) }

    private func value(_ text: String, _ columns: [String: Int64]) throws -> Int64? {
        let scope = Scope(
            table: "days", columns: ["a": .time, "b": .time, "d": .date, "e": .date, "k": .integer])
        let evaluation = Evaluation(
            count: 1, zone: london, asOf: 0, workingDays: Self.england, code: { _ in -2 },
            column: { name, _ in .integers([columns[name] ?? Missing.integer]) },
            setting: { _ in .integers([0]) }, beyond: { _ in .integers([0]) })
        let result = try Evaluator(evaluation).value(of: check(parse(text, at: place), in: scope))
        guard case .integers(let values) = result else { return nil }
        return values[0] == Missing.integer ? nil : values[0]
    }

    @Test(
        "after a day up to and including another",
        arguments: [
            ("2025-12-24", "2025-12-24", 0), ("2025-12-24", "2025-12-29", 1), ("2025-12-24", "2026-01-05", 5),
            ("2025-12-26", "2025-12-28", 0), ("2025-12-27", "2025-12-29", 1), ("2026-04-02", "2026-04-06", 0),
            ("2026-04-02", "2026-04-07", 1), ("2026-04-02", "2026-04-13", 5), ("2026-04-07", "2026-04-02", -1),
            ("2026-01-09", "2026-01-10", 0),
            // The first and last days covered, and the days beside them.
            ("2025-12-01", "2027-01-29", 293), ("2025-11-30", "2025-12-02", nil), ("2027-01-29", "2027-02-01", nil),
        ] as [(String, String, Int64?)])
    func counted(from: String, until: String, count: Int64?) throws {
        let days = ["d": Int64(Self.day(from).days), "e": Int64(Self.day(until).days)]
        #expect(try value("working_days(d, e)", days) == count)
        #expect(try value("working_days(e, d)", days) == count.map { -$0 })
    }

    @Test(
        "the day on which so many have passed",
        arguments: [
            (["2025-12-19"], "2025-12-22", "2025-12-23", "2025-12-30"),
            (["2025-12-23"], "2025-12-24", "2025-12-29", "2026-01-02"),
            (["2025-12-24", "2025-12-25", "2025-12-27"], "2025-12-29", "2025-12-30", "2026-01-05"),
            (["2025-12-31", "2026-01-01"], "2026-01-02", "2026-01-05", "2026-01-08"),
            (["2026-04-01"], "2026-04-02", "2026-04-07", "2026-04-10"),
            (["2026-04-02", "2026-04-03", "2026-04-05", "2026-04-06"], "2026-04-07", "2026-04-08", "2026-04-13"),
            (["2026-12-24", "2026-12-26"], "2026-12-29", "2026-12-30", "2027-01-05"),
        ])
    func added(starts: [String], one: String, two: String, five: String) throws {
        for start in starts {
            for (count, expected) in [(0, start), (1, one), (2, two), (5, five)] {
                let columns = ["d": Int64(Self.day(start).days), "k": Int64(count)]
                #expect(try value("add_working_days(d, k)", columns) == Int64(Self.day(expected).days))
            }
        }
    }

    @Test("outside the years covered, and beyond their end, nothing is known")
    func outside() throws {
        let last = Int64(Self.day("2027-01-31").days)
        #expect(try value("add_working_days(d, 1)", ["d": last - 2]) == nil)
        #expect(try value("add_working_days(d, 1)", ["d": last - 3]) == last - 2)
        #expect(try value("add_working_days(d, 0)", ["d": last]) == last)
        #expect(try value("add_working_days(d, 0)", ["d": last + 1]) == nil)
        #expect(try value("add_working_days(d, k)", ["d": last, "k": Int64.max]) == nil)
        #expect(try value("add_working_days(d, k)", ["d": last, "k": -1]) == nil)
        #expect(try value("working_days(d, e)", ["d": last]) == nil)
        #expect(try value("add_working_days(d, k)", ["k": 1]) == nil)
    }

    @Test("times count by their local day")
    func times() throws {
        // Half past eleven on 1 April 2026, British summer time, is the second of April in London.
        let columns = ["a": utc("2026-04-01 23:30"), "b": utc("2026-04-06 23:30")]
        #expect(try value("working_days(a, b)", columns) == 1)
        #expect(try value("add_working_days(a, 1)", columns) == Int64(Self.day("2026-04-07").days))
    }

    @Test("without a calendar nothing is known")
    func none() {
        #expect(WorkingDays().count(after: 20_000, upTo: 20_001) == Int64.absent)
        #expect(WorkingDays().day(1, after: 0) == Int64.absent)
    }
}
