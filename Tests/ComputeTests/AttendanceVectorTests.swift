import Compute
import Tables
import Testing

/// VECTORS.md section 8, "Attendance clock", with the catalogue's own definitions.
@Suite("Attendance by hand")
struct AttendanceVectorTests {
    /// One case: grades with the times of their changes, and the first arrival.
    struct Case {
        let name: String
        let grade: String
        var regrades: [(at: String, to: String)] = []
        var arrival: String?
        var more: [String: String] = [:]
    }

    static let cases: [Case] = [
        Case(name: "a", grade: "1", arrival: "10:14:59"),
        Case(name: "b", grade: "1", arrival: "10:15:00"),
        Case(name: "c", grade: "1", arrival: "10:15:01"),
        Case(name: "d", grade: "3", regrades: [("10:20:00", "1")], arrival: "10:34:00"),
        Case(name: "e", grade: "3", regrades: [("10:00:40", "2"), ("10:10:00", "1")], arrival: "10:24:00"),
        Case(name: "f", grade: "1", regrades: [("10:10:00", "2")], arrival: "10:50:00"),
        Case(name: "g", grade: "1", regrades: [("10:16:00", "2")], arrival: "10:50:00"),
        Case(name: "h", grade: "1", regrades: [("10:05:00", "3"), ("10:40:00", "1")], arrival: "10:50:00"),
        Case(name: "i", grade: "3", regrades: [("10:05:00", "1"), ("10:10:00", "2")], arrival: "11:04:00"),
        Case(name: "j", grade: "1", regrades: [("11:00:00", "3")], arrival: "10:10:00"),
        Case(name: "k", grade: "1", more: ["status": "open"]),
        Case(
            name: "l", grade: "1",
            more: [
                "call_received_at": "2026-01-20 23:50:00", "created_at": "2026-01-20 23:50:30", "status": "open",
            ]),
        Case(
            name: "m", grade: "1", arrival: "10:04:00", more: ["cancelled_by_caller_at": "2026-01-20 10:05:00"]),
        Case(
            name: "n", grade: "1",
            more: [
                "cancelled_by_caller_at": "2026-01-20 10:20:00", "closed_at": "2026-01-20 10:20:00",
                "status": "cancelled",
            ]),
        Case(name: "o", grade: "1", more: ["status": "duplicate", "duplicate_of": "a"]),
        Case(name: "p", grade: "1", arrival: "10:19:00", more: ["rurality": "rural"]),
        Case(name: "q", grade: "1", arrival: "10:00:31"),
        Case(
            name: "r", grade: "1", arrival: "23:55:00",
            more: [
                "call_received_at": "2026-01-20 23:51:00", "created_at": "2026-01-20 23:51:30",
            ]),
    ]

    static func rows() -> [(schema: String, rows: [[String: String]])] {
        let logs = cases.map { one in
            [
                "incident_id": one.name, "origin": "999", "call_received_at": "2026-01-20 10:00:00",
                "created_at": "2026-01-20 10:00:30", "initial_grade": one.grade,
                "final_grade": one.regrades.last?.to ?? one.grade, "rurality": "urban",
                "status": one.arrival == nil ? "open" : "closed",
                "closed_at": one.arrival == nil ? "" : "2026-01-20 23:59:00",
            ].merging(one.more) { $1 }
        }
        let grades = cases.flatMap { one in
            one.regrades.enumerated().map { place, change in
                [
                    "incident_id": one.name, "changed_at": "2026-01-20 \(change.at)",
                    "grade_from": place == 0 ? one.grade : one.regrades[place - 1].to, "grade_to": change.to,
                ]
            }
        }
        var units: [[String: String]] = cases.compactMap { one in
            one.arrival.map { at in
                ["incident_id": one.name, "resource_type": "response", "arrived_at": "2026-01-20 \(at)"]
            }
        }
        // A scene examiner who comes first does not count as arriving.
        units.append(["incident_id": "c", "resource_type": "CSI", "arrived_at": "2026-01-20 10:02:00"])
        return [
            ("incidents", logs), ("incident_grades", grades), ("incident_resources", units), ("incident_events", []),
            ("calls", []),
        ]
    }

    struct Expected: Sendable, CustomStringConvertible {
        let kpi: String
        let hits: Double
        let of: Int
        let notEvidenced: Int
        let missing: Int
        let excluded: Int
        let notDue: Int
        var description: String { kpi }
    }

    @Test(
        "Every figure equals the worked value",
        arguments: [
            Expected(kpi: "A01.arrival", hits: 7, of: 11, notEvidenced: 2, missing: 0, excluded: 2, notDue: 2),
            Expected(kpi: "A03.arrival", hits: 3, of: 3, notEvidenced: 0, missing: 0, excluded: 0, notDue: 0),
            // The headline keeps g in grade 1, as a miss (LANGUAGE 9.C rule 29).
            Expected(kpi: "A01", hits: 7, of: 12, notEvidenced: 2, missing: 0, excluded: 2, notDue: 2),
            Expected(kpi: "A01b", hits: 7, of: 10, notEvidenced: 0, missing: 2, excluded: 2, notDue: 2),
            Expected(kpi: "A03", hits: 2, of: 2, notEvidenced: 0, missing: 0, excluded: 0, notDue: 0),
            Expected(kpi: "A12", hits: 4, of: 17, notEvidenced: 0, missing: 0, excluded: 1, notDue: 0),
            Expected(kpi: "A12.late", hits: 1, of: 17, notEvidenced: 0, missing: 0, excluded: 1, notDue: 0),
        ])
    func figure(_ expected: Expected) async throws {
        let fixture = try Fixture.catalogue()
        let input = try fixture.input(Self.rows(), asOf: "2026-01-20")
        let row = try #require(try await fixture.row(input, expected.kpi, nil, "2026-01"))
        #expect(row.numerator == expected.hits)
        #expect(row.denominator == expected.of)
        #expect(row.notEvidenced == expected.notEvidenced)
        #expect(row.missing == expected.missing)
        #expect(row.excluded == expected.excluded)
        #expect(row.notDue == expected.notDue)
    }

    @Test("Without a table of regrades the final grade stands, and figures of regrades are not supplied")
    func withoutRegrades() async throws {
        let fixture = try Fixture.catalogue()
        let input = try fixture.input(Self.rows().filter { $0.schema == "incidents" }, asOf: "2026-01-20")
        let first = try #require(try await fixture.row(input, "A01.first", nil, "2026-01"))
        // All but d, e and i begin in grade 1, none has an arrival; o is a duplicate, m was cancelled before its target,
        // l and r are not yet due.
        #expect(first.denominator == 11)
        #expect(first.notEvidenced == 11)
        let final = try #require(try await fixture.row(input, "A03", nil, "2026-01"))
        // f, g and i end in grade 2.
        #expect(final.denominator == 3)
        let downgraded = try #require(try await fixture.row(input, "A12", nil, "2026-01"))
        #expect(downgraded.state == .notSupplied)
        let remote = try #require(try await fixture.row(input, "A17", nil, "2026-01"))
        #expect(remote.considered == 18)
    }

    @Test("A difference asked for alone brings its two figures along")
    func differenceAlone() async throws {
        let fixture = try Fixture.catalogue()
        let rows = Self.rows().map { schema, rows in
            (
                schema,
                schema == "incidents"
                    ? rows.map { row in
                        row.merging([
                            "is_domestic_abuse": "abcd".contains(row["incident_id"] ?? "") ? "yes" : "no"
                        ]) { $1 }
                    } : rows
            )
        }
        let row = try #require(
            try await fixture.row(try fixture.input(rows, asOf: "2026-01-20"), "A08", nil, "2026-01"))
        // Domestic abuse: a, b and d of a to d. The rest with a target: e, f, i, j, m, p of e to k, m, n, p.
        #expect(row.denominator == 4 + 10)
        let value = try #require(row.value)
        #expect(abs(value - (75 - 60)) < 1e-9)
    }
}
