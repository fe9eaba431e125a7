import Definitions
import Tables
import Testing

@testable import Compute

/// Our own KPIs of crimes over a few rows, worked by hand.
@Suite("Crimes by hand")
struct CrimeFigureTests {
    /// Crimes of an individual victim, open and with no outcome unless they say.
    static func crimes(_ rows: [[String: String]]) -> (schema: String, rows: [[String: String]]) {
        (
            "crimes",
            rows.enumerated().map { place, row in
                [
                    "crime_id": "c\(place + 1)", "recorded_at": "2026-03-02 12:00:00", "status": "open",
                    "victim_type": "individual", "is_domestic_abuse": "no", "offence_group": "theft", "team": "A",
                ].merging(row) { $1 }
            }
        )
    }

    static func events(_ rows: [(String, String, String)]) -> (schema: String, rows: [[String: String]]) {
        (
            "crime_events",
            rows.map { crime, type, time in ["crime_id": crime, "event_type": type, "event_at": time] }
        )
    }

    private func row(
        _ kpi: String, _ statistic: String? = nil, _ period: String, asOf: String = "2026-04-30",
        _ tables: (schema: String, rows: [[String: String]])...
    ) async throws -> FigureRow {
        let fixture = try Fixture.catalogue()
        return try #require(
            try await fixture.row(try fixture.input(tables, asOf: asOf), kpi, statistic, period))
    }

    @Test("I10: notices in working days across Christmas and Easter, and when a decision is due")
    func notices() async throws {
        let crimes = Self.crimes([
            ["recorded_at": "2025-12-01 12:00:00"],
            ["recorded_at": "2025-12-01 12:00:00", "enhanced_rights": "yes"],
            ["recorded_at": "2025-12-01 12:00:00", "victim_type": "business"],
        ])
        func notice(_ crime: String, _ decision: String, _ time: String) -> [String: String] {
            [
                "crime_id": crime, "event_type": "victim_decision_notice", "event_at": time,
                "decision_at": decision,
            ]
        }
        var events = Self.events([
            ("c1", "arrest", "2025-12-24 15:00:00"), ("c1", "release", "2025-12-24 16:00:00"),
            ("c2", "bail_change", "2026-04-02 09:00:00"), ("c2", "interview", "2026-04-02 10:00:00"),
            ("c1", "no_investigation", "2026-04-02 11:00:00"), ("c3", "arrest", "2026-04-02 12:00:00"),
        ])
        events.rows += [
            // Five working days after Christmas Eve, and six.
            notice("c1", "2025-12-24 15:00:00", "2026-01-05 23:59:00"),
            notice("c1", "2025-12-24 16:00:00", "2026-01-06 00:01:00"),
            // One working day after Maundy Thursday, and two.
            notice("c2", "2026-04-02 09:00:00", "2026-04-07 17:00:00"),
            notice("c2", "2026-04-02 10:00:00", "2026-04-08 09:00:00"),
        ]
        let december = try await row("I10", nil, "2025-12", asOf: "2026-04-13", crimes, events)
        #expect(december.value == 50)
        #expect([december.denominator, december.notEvidenced, december.notDue] == [2, 0, 0])
        // Five working days after 2 April are over with 13 April.
        let after = try await row("I10", nil, "2026-04", asOf: "2026-04-13", crimes, events)
        #expect(after.value == 100.0 / 3)
        #expect([after.denominator, after.notEvidenced, after.notDue] == [3, 1, 0])
        let before = try await row("I10", nil, "2026-04", asOf: "2026-04-12", crimes, events)
        #expect(before.value == 50)
        #expect([before.denominator, before.notDue, before.considered] == [2, 1, 3])
    }

    @Test("I13: two working days from the report; a day beyond the calendar is unknown")
    func referrals() async throws {
        func reported(_ day: String, _ referral: String) -> [String: String] {
            [
                "reported_at": "\(day) 10:00:00", "recorded_at": "\(day) 10:00:00", "referral_consent": "yes",
                "referral_at": referral.isEmpty ? "" : "\(referral) 10:00:00",
            ]
        }
        let crimes = Self.crimes([
            reported("2025-12-24", "2025-12-30"), reported("2025-12-24", "2025-12-31"), reported("2025-12-24", ""),
            reported("2026-04-02", "2026-04-08"), reported("2026-04-02", "2026-04-09"),
            reported("2025-12-24", "2025-12-30").merging(["referral_consent": ""]) { $1 },
            reported("2025-12-24", "2025-12-30").merging(["referral_consent": "no"]) { $1 },
        ])
        let december = try await row("I13", nil, "2025-12", asOf: "2026-04-08", crimes)
        #expect(december.value == 100.0 / 3)
        #expect([december.denominator, december.notEvidenced, december.missing] == [3, 1, 1])
        let april = try await row("I13", nil, "2026-04", asOf: "2026-04-08", crimes)
        #expect(april.value == 50)
        let early = try await row("I13", nil, "2026-04", asOf: "2026-04-07", crimes)
        #expect([early.denominator, early.notDue] == [0, 2])
        #expect(early.state == .empty)
        // The calendar ends with 2028: nobody knows what is due after it.
        let late = Self.crimes([reported("2028-12-29", "2028-12-29"), reported("2028-12-20", "2028-12-21")])
        let unknown = try await row("I13", nil, "2028-12", asOf: "2029-01-31", late)
        #expect([unknown.denominator, unknown.notEvidenced] == [2, 1])
        #expect(unknown.value == 50)
    }

    @Test("I03: reviews fall due every 28 days from allocation until closure")
    func reviews() async throws {
        let crimes = Self.crimes([
            ["recorded_at": "2025-12-24 10:00:00", "allocated_at": "2025-12-24 12:00:00"],
            [
                "recorded_at": "2026-01-01 10:00:00", "allocated_at": "2026-01-01 12:00:00", "outcome_code": "18",
                "outcome_at": "2026-01-29 12:00:00", "status": "closed",
            ],
            ["recorded_at": "2026-03-31 10:00:00"],
        ])
        let events = Self.events([
            ("c1", "supervisor_review", "2025-12-24 12:00:00"), ("c1", "supervisor_review", "2026-01-21 12:00:00"),
            ("c1", "supervisor_review", "2026-03-18 12:00:01"), ("c1", "victim_contact", "2026-02-01 12:00:00"),
        ])
        for (month, value) in [("2026-01", 100.0), ("2026-02", 0), ("2026-03", 0)] {
            let found = try await row("I03", nil, month, asOf: "2026-03-31", crimes, events)
            #expect(found.value == value)
            #expect(found.denominator == 1)
        }
    }

    @Test("I24.load: the caseload of an investigator at the month's end")
    func load() async throws {
        let open = ["a", "a", "b", "c", "c", "c", ""].map {
            ["allocated_at": "2026-03-03 12:00:00", "officer_hash": $0]
        }
        let closed = [
            [
                "allocated_at": "2026-03-03 12:00:00", "officer_hash": "b", "status": "closed", "outcome_code": "1",
                "outcome_at": "2026-03-20 12:00:00",
            ], ["officer_hash": "b", "recorded_at": "2026-04-30 12:00:00"],
        ]
        let crimes = Self.crimes(open + closed)
        let median = try await row("I24.load", "median", "2026-03", crimes)
        #expect(median.value == 2)
        #expect(median.numerator == 3)
        #expect([median.denominator, median.missing] == [6, 1])
        #expect(try await row("I24.load", "largest", "2026-03", crimes).value == 3)
        #expect(try await row("I24", nil, "2026-03", crimes).value == 7)
    }

    @Test("I23.survival: half not yet reached, and reached a month later; I23 sees the finished only")
    func survival() async throws {
        let crimes = Self.crimes([
            ["outcome_code": "18", "outcome_at": "2026-03-05 12:00:00"],
            ["outcome_code": "1A", "outcome_at": "2026-04-11 12:00:00"], [:],
            // Not an outcome: 19, and one that is cancelled altogether.
            ["outcome_code": "19", "outcome_at": "2026-03-05 12:00:00"],
            ["outcome_code": "18", "outcome_at": "2026-03-05 12:00:00", "status": "cancelled"],
        ])
        let early = try await row("I23.survival", nil, "2026-03", asOf: "2026-03-31", crimes)
        #expect(early.value == nil)
        #expect(early.state == .immature)
        #expect(early.numerator == 1)
        #expect([early.denominator, early.excluded] == [4, 1])
        let later = try await row("I23.survival", nil, "2026-03", asOf: "2026-04-30", crimes)
        #expect(later.value == 40)
        #expect(later.state == .part)
        #expect(try await row("I23", "median", "2026-03", asOf: "2026-04-30", crimes).value == 3)
    }

    @Test("I26: arrests ever linked, for each hundred domestic abuse crimes; I26.any the crimes with one")
    func arrests() async throws {
        let crimes = Self.crimes([
            ["is_domestic_abuse": "yes"], ["is_domestic_abuse": "yes"], ["is_domestic_abuse": "yes"],
            ["is_domestic_abuse": "yes"], ["is_domestic_abuse": "no"],
        ])
        let events = Self.events([
            ("c1", "arrest", "2026-03-03 12:00:00"), ("c1", "arrest", "2026-04-03 12:00:00"),
            ("c3", "arrest", "2026-03-04 12:00:00"), ("c3", "charge", "2026-03-05 12:00:00"),
            ("c5", "arrest", "2026-03-05 12:00:00"),
        ])
        let rate = try await row("I26", nil, "2026-03", crimes, events)
        #expect(rate.value == 75)
        #expect(rate.numerator == 3)
        #expect(rate.denominator == 4)
        #expect(rate.lowest == 75 && rate.highest == 75)
        #expect(try await row("I26.any", nil, "2026-03", crimes, events).value == 50)
        let all = try await row("I29.rate", nil, "2026-03", crimes, events)
        #expect(all.value == 60)
        #expect(all.numerator == 3)
        #expect(all.denominator == 5)
    }

    @Test("R06: cancelled in the month for each hundred recorded in it, cancelled ones too")
    func cancelled() async throws {
        let crimes = Self.crimes(
            Array(repeating: [:], count: 5) + [
                ["status": "cancelled", "cancelled_at": "2026-03-20 12:00:00"],
                ["status": "cancelled", "cancelled_at": "2026-04-02 12:00:00"],
                ["recorded_at": "2026-02-10 12:00:00", "status": "cancelled", "cancelled_at": "2026-03-05 12:00:00"],
                ["status": "transferred"], ["is_fraud_cma": "yes"],
                ["recorded_at": "2026-04-20 12:00:00"],
            ])
        let march = try await row("R06", nil, "2026-03", crimes)
        #expect(march.value == 200.0 / 7)
        #expect(march.numerator == 2)
        #expect(march.denominator == 7)
    }

    @Test("R01, R02: whole seconds to record, a minute backwards is at once, more is missing")
    func recording() async throws {
        let crimes = Self.crimes(
            [
                "2026-03-01 12:00:00", "2026-03-01 11:59:59", "2026-03-02 12:01:00", "2026-03-02 12:01:01", "",
                "2026-03-02 06:00:00",
            ].map { ["reported_at": $0] })
        let share = try await row("R01", nil, "2026-03", crimes)
        #expect(share.value == 75)
        #expect([share.denominator, share.missing, share.considered] == [4, 1, 5])
        // 0, 6, 24 hours and a second more than 24.
        #expect(try await row("R02", "median", "2026-03", crimes).value == 15)
    }

    @Test("I25: outcomes assigned in the month by their national group, folded")
    func mix() async throws {
        let codes = ["1", "1A", "16", "14", "18", "22", "8", "3A"]
        let crimes = Self.crimes(
            codes.map {
                ["outcome_code": $0, "outcome_at": "2026-03-10 12:00:00", "recorded_at": "2026-02-01 12:00:00"]
            } + [["outcome_code": "18", "outcome_at": "2026-04-02 12:00:00"]])
        let fixture = try Fixture.catalogue()
        let march = try #require(Period(parsing: "2026-03"))
        let found = try await figures(
            try fixture.input([crimes], asOf: "2026-04-30"), kpis: ["I25"], periods: .one(march), by: nil)
        let total = found.reduce(0.0) { $0 + ($1.numerator ?? 0) }
        #expect(total == 8)
        #expect(found.first { $0.statistic == "share:Charged or summonsed" }?.value == 25)
        #expect(
            found.first { $0.statistic == "share:Evidential difficulties (victim does not support)" }?.numerator == 2)
        #expect(found.allSatisfy { $0.denominator == 8 })
        let texts = found.map { Array($0.statistic.utf8) }
        #expect(zip(texts, texts.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    }

    @Test("The outcome now is the row entered last before the as-of, and the recorded basis follows it")
    func history() async throws {
        let crimes = Self.crimes([[:], [:], ["recorded_at": "2026-04-29 12:00:00"]])
        let outcomes = (
            schema: "outcomes",
            rows: [
                [
                    "crime_id": "c1", "outcome_code": "18", "outcome_at": "2026-03-05 12:00:00",
                    "entered_at": "2026-03-06 12:00:00",
                ],
                [
                    "crime_id": "c1", "outcome_code": "1", "outcome_at": "2026-03-20 12:00:00",
                    "entered_at": "2026-04-10 12:00:00",
                ],
            ]
        )
        for (asOf, charged, none) in [("2026-03-31", 0.0, 50.0), ("2026-04-30", 50.0, 0.0)] {
            #expect(try await row("I17", nil, "2026-03", asOf: asOf, crimes, outcomes).value == charged)
            #expect(try await row("I20", nil, "2026-03", asOf: asOf, crimes, outcomes).value == none)
        }
        #expect(try await row("I22", nil, "2026-03", asOf: "2026-04-30", crimes, outcomes).value == 50)
        let closed = try await row("I17.closed", nil, "2026-03", asOf: "2026-04-30", crimes, outcomes)
        #expect(closed.value == 100)
        #expect(closed.denominator == 1)
        let ratio = try await row("I17.ratio", nil, "2026-03", asOf: "2026-04-30", crimes, outcomes)
        #expect(ratio.value == 50)
    }
}
