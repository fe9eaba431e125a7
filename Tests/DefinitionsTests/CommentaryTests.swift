import Tables
import Testing

@testable import Definitions

/// What people of a force say of its figures, as they write it.
@Suite("Commentary")
struct CommentaryTests {
    private static let file = "force/commentary.yaml"

    @Test func everythingIsRead() throws {
        let definition = try Fixture([
            Self.file: """
            commentary:
            - { kpi: C02, period: 2026-09, by: Head of Contact, on: 2026-10-05, text: "Fewer <b>calls</b>." }
            - { kpi: C01, period: 2026-07..2026-09, by: Analyst, on: 2026-10-06, text: A span. }
            """
        ]).load()
        #expect(definition.warnings.isEmpty)
        let span = try #require(Period(parsing: "2026-07..2026-09"))
        let september = try #require(Period(parsing: "2026-09"))
        #expect(
            definition.commentary == [
                Comment(
                    kpi: "C02", period: september, by: "Head of Contact", on: CivilDate(year: 2026, month: 10, day: 5),
                    text: "Fewer <b>calls</b>."),
                Comment(
                    kpi: "C01", period: span, by: "Analyst", on: CivilDate(year: 2026, month: 10, day: 6),
                    text: "A span."),
            ])
        #expect(definition.files.map(\.path).contains(Self.file))
    }

    @Test func faultsAreNamedWithTheirPlace() {
        let fixture = Fixture([
            Self.file: """
            commentary:
            - { kpi: 1️⃣C2, period: 2️⃣2026/09, by: A, on: 3️⃣tomorrow, text: x }
            - { kpi: C02, period: 2026-09, by: A, on: 2026-10-05, 5️⃣txt: x }
            """
        ])
        func at(_ mark: Character) -> String { fixture.place(mark, in: Self.file) }
        let faults = fixture.faults()
        #expect(
            faults.contains(
                "\(at("1️⃣")): error: there is no KPI `C2` to comment on [E0256]\n    help: did you mean `C02`?"))
        #expect(
            faults.contains(
                "\(at("2️⃣")): error: `2026/09` is not a period [E0237]\n    help: write a month such as 2026-09, "
                    + "a quarter 2026-Q3, a financial year FY2026-27, twelve months R12-2026-09, "
                    + "or a span 2026-07..2026-09"))
        #expect(faults.contains { $0.hasPrefix(at("3️⃣")) })
        #expect(
            faults.contains(
                "\(at("5️⃣")): error: unknown key `txt` in a comment [E0231]\n    help: did you mean `text`?"))
        // The misspelt key is the fault; that its right one is missing goes without saying.
        #expect(faults.count == 4)
    }
}
