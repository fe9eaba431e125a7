import Definitions
import Tables
import Testing

@testable import Ingest

/// One column of each form, cell by cell.
@Suite struct CellTests {
    /// The values and faults that cells give in a form.
    private func decode(
        _ cells: [String], _ form: ColumnForm, type: ValueType, values: [String: String] = [:],
        through: [String: String]? = nil, nulls: [String] = [], isPlanned: Bool = false, key: PseudonymKey? = nil
    ) async throws -> (values: [String], faults: [String]) {
        let schema = Sketch.schema([Sketch.column("x", type, isPlanned: isPlanned)])
        let source = Sketch.source(
            [Sketch.map("x", "X", form, values: values, through: through)],
            dialect: Dialect(delimiter: 9, nullTokens: nulls))
        let text = "N\tX\n" + cells.map { "1\t\($0)\n" }.joined()
        let decoded = try await Decoded([("calls_20260930.csv", text)], source, schema, key: key)
        return (decoded.values("x"), decoded.faults.map { $0.replacing(" x", with: "") })
    }

    @Test func integers() async throws {
        let found = try await decode(
            ["7", "-12", "+5", "", "1,234", "1.0", "9223372036854775808", "x"], .integer, type: .integer)
        #expect(found.values == ["7", "-12", "5", "-", "-", "-", "-", "-"])
        #expect(found.faults == ["4 V03", "5 V03", "6 V03", "7 V03"])
    }

    @Test func numbersKeepTheirDecimals() async throws {
        let form = ColumnForm.number(decimals: 2)
        let found = try await decode(
            ["1", "1.5", "-0.25", "-.5", "1.230", "1.234", ".", "-", "1e3", "£2"], form, type: .number(decimals: 2))
        #expect(found.values == ["100", "150", "-25", "-50", "123", "-", "-", "-", "-", "-"])
        #expect(found.faults == ["5 V03", "6 V03", "7 V03", "8 V03", "9 V03"])
    }

    @Test func durationsOfClocks() async throws {
        let found = try await decode(
            [
                "00:00:09", "1:02:03", "26:00:00", "100:00:00", "00:00:09.9", "00:61:00", "-00:00:05", "12:30", "9",
                "0:1:2",
            ],
            .duration(.hoursMinutesSeconds), type: .duration)
        #expect(
            found.values == ["9000", "3723000", "93600000", "360000000", "9000", "-", "-", "-", "-", "-"])
        #expect(found.faults == ["5 V04", "6 V04", "7 V04", "8 V04", "9 V04"])
    }

    @Test func durationsOfMinutesAndSeconds() async throws {
        let found = try await decode(
            ["1:05", "75:00", "1:02:03", "0:75", "5"], .duration(.minutesSeconds), type: .duration)
        #expect(found.values == ["65000", "4500000", "3723000", "-", "-"])
        #expect(found.faults == ["3 V04", "4 V04"])
    }

    @Test func durationsOfSecondsTakeClocksToo() async throws {
        let found = try await decode(
            ["9", "9.99", "0", "00:01:05", "1:05", "-1", "1,000", "abc"], .duration(.seconds), type: .duration)
        #expect(found.values == ["9000", "9000", "0", "65000", "65000", "-", "-", "-"])
        #expect(found.faults == ["5 V04", "6 V04", "7 V04"])
    }

    @Test func decimalUnitsAreRoundedToTheSecond() async throws {
        #expect(
            try await decode(["1.25", "0.1666667"], .duration(.minutes), type: .duration).values == ["75000", "10000"])
        #expect(try await decode(["1.5"], .duration(.hours), type: .duration).values == ["5400000"])
        let days = try await decode(
            ["0.00011574", "1.15741E-04", "0.5", "-0.5", "-0.000001"], .duration(.dayFraction), type: .duration)
        #expect(days.values == ["10000", "10000", "43200000", "-", "-"])
        #expect(days.faults == ["3 V04", "4 V04"])
        #expect(try await decode(["1250", "0.7"], .duration(.milliseconds), type: .duration).values == ["1250", "0"])
    }

    @Test func flags() async throws {
        let found = try await decode(
            ["Y", "no", "TRUE", "f", "1", "0", "J", "Nein", "maybe", ""], .flag(yes: ["J"], no: ["nein"]), type: .flag)
        #expect(found.values == ["yes", "no", "yes", "no", "yes", "no", "yes", "no", "-", "-"])
        #expect(found.faults == ["8 V05"])
    }

    @Test func categories() async throws {
        let type = ValueType.category(values: ["answered", "abandoned", "999"], ordered: false)
        let found = try await decode(
            ["ANS", "ans", "Answered", "999", "Lost  Call", "lost call", "OVF", ""],
            .category(["answered", "abandoned", "999"], ordered: false), type: type,
            values: ["ANS": "answered", "Lost Call": "abandoned"])
        #expect(
            found.values == ["answered", "answered", "answered", "999", "abandoned", "abandoned", "-", "-"])
        #expect(found.faults == ["6 V06"])
    }

    @Test func referencesLeadToOtherTexts() async throws {
        let type = ValueType.category(values: ["999", "101"], ordered: false)
        let found = try await decode(
            ["5001", "5002", "5003", "5004", ""], .category(["999", "101"], ordered: false), type: type,
            values: ["Emergency": "999"], through: ["5001": "Emergency", "5002": "101", "5003": "fax"])
        #expect(found.values == ["999", "101", "-", "-", "-"])
        #expect(found.faults == ["2 V06", "3 V07"])
    }

    @Test func identifiersAreKeptAsTheyAre() async throws {
        let found = try await decode(
            ["00123", "aB-1", "2.2E+07", "1E5", "1E+05", "#REF!", "########", "  x y  "], .id, type: .id)
        #expect(found.values == ["00123", "aB-1", "-", "1E5", "-", "-", "-", "x y"])
        #expect(found.faults == ["2 V09", "4 V09", "5 V09", "6 V09"])
    }

    @Test func nullTokensFoldLikeLabels() async throws {
        let found = try await decode(
            ["null", "N/A", "-", "not  known", "nul", "NULL x"], .text, type: .text,
            nulls: ["NULL", "n/a", "-", "Not known"])
        #expect(found.values == ["-", "-", "-", "-", "nul", "NULL x"])
        #expect(found.faults == [])
    }

    /// Most times and identifiers are known by what they share with the one before, as a null token may.
    @Test func nullTokensAmongTheirLike() async throws {
        let times = try await decode(
            [
                "01/03/2026 10:00:00", "01/03/2026 00:00:00", "01/03/2026 11:00:00", "x", "01/03/2026 00:00:00",
                "01/03/2026 12:00:00",
            ], Sketch.seconds, type: .time, nulls: ["01/03/2026 00:00:00"])
        #expect(
            times.values == [
                "2026-03-01T10:00:00Z", "-", "2026-03-01T11:00:00Z", "-", "-", "2026-03-01T12:00:00Z",
            ])
        #expect(times.faults == ["3 V01"])
        let ids = (0..<600).map { "LOG-0000-\($0 % 300 + 100)" }
        let found = try await decode(ids, .id, type: .id, nulls: ["log-0000-101", "LOG-0000-399"])
        #expect(found.values == ids.map { ["LOG-0000-101", "LOG-0000-399"].contains($0) ? "-" : $0 })
        #expect(found.faults == [])
    }

    @Test func dates() async throws {
        let found = try await decode(
            ["01/03/2026", "31/02/2026", "1 March", "01/01/1900", "01/10/2026"], .date(formats: ["dd/MM/yyyy"]),
            type: .date)
        #expect(found.values == ["2026-03-01", "-", "-", "-", "-"])
        #expect(found.faults == ["1 V11", "2 V02", "3 V08", "4 V08"])
    }

    @Test func datesOfSpreadsheetsAndISO() async throws {
        let serials = try await decode(["46012.75", "46012"], .excelSerial, type: .date)
        #expect(serials.values == ["2025-12-21", "2025-12-21"])
        #expect(
            try await decode(["2026-03-01", "2026-03-01T23:30:00"], .date(formats: ["iso"]), type: .date).values
                == ["2026-03-01", "2026-03-01"])
    }

    @Test func timesThatNobodyBelieves() async throws {
        // The export is dated 30 September; local midnight after it is 23:00 UTC, and an hour of grace.
        let cells = [
            "30/09/2026 23:59:59", "01/10/2026 01:00:00", "01/10/2026 01:00:01", "31/12/1999 23:59:59",
            "01/01/2000 00:00:00", "00:00:00", "01/01/1900 00:00:00", "31/02/2026 10:00:00", "soon",
        ]
        let found = try await decode(cells, Sketch.seconds, type: .time)
        #expect(
            found.values == [
                "2026-09-30T22:59:59Z", "2026-10-01T00:00:00Z", "-", "-", "2000-01-01T00:00:00Z", "-", "-", "-", "-",
            ])
        #expect(found.faults == ["2 V08", "3 V08", "5 V08", "6 V08", "7 V11", "8 V01"])
    }

    @Test func plannedTimesMayLieAhead() async throws {
        let found = try await decode(["01/10/2045 10:00:00"], Sketch.seconds, type: .time, isPlanned: true)
        #expect(found.values == ["2045-10-01T09:00:00Z"])
        #expect(found.faults == [])
    }

    @Test func timesAreFlooredToTheirResolution() async throws {
        let found = try await decode(
            ["2026-03-01T10:00:09.999"], .time(formats: ["iso"], resolution: 1000), type: .time)
        #expect(found.values == ["2026-03-01T10:00:09Z"])
        let fine = try await decode(
            ["2026-03-01T10:00:09.999"], .time(formats: ["iso"], resolution: 1), type: .time)
        #expect(fine.values == ["2026-03-01T10:00:09.999Z"])
    }

    @Test func pseudonymsAreEqualWhereNumbersAre() async throws {
        let cells = [
            "01632 960001", "+44 1632 960001", "0044(0)1632-960001", "01632 960002", "Withheld", "withheld", "",
            "AB 12", "01632960001", "00441632960001", "0000", "999", "998",
        ]
        let withheld = ["Withheld", "Unknown", "0000", "999"]
        let key = PseudonymKey(bytes: Array(repeating: 7, count: 32))
        let found = try await decode(
            cells, .pseudonym(withheld: withheld), type: .pseudonym, key: key)
        #expect(Set(found.values[0...2]).count == 1)
        #expect(Set([found.values[0], found.values[3], found.values[7]]).count == 3)
        #expect(Array(found.values[4...6]) == ["-", "-", "-"])
        #expect(Set(found.values[0...2] + found.values[8...9]).count == 1)
        #expect(Array(found.values[10...11]) == ["-", "-"])
        #expect(found.values[12] != "-")
        // HMAC-SHA256 of `pseudonym/1/x/01632960001`, its first half.
        #expect(found.values[0] == "c0c7bc82202cbc8de877c5bc3ed7c5b5")
        #expect(found.faults == [])
        let other = PseudonymKey(bytes: Array(repeating: 8, count: 32))
        let again = try await decode(
            cells, .pseudonym(withheld: withheld), type: .pseudonym, key: other)
        #expect(again.values[0] != found.values[0])
    }

    @Test func aPseudonymNeedsAKey() async {
        let found = await thrown {
            _ = try await decode(["01632 960001"], .pseudonym(withheld: []), type: .pseudonym)
        }
        #expect(
            found == [
                """
                sources/calls.yaml:10:3: error: x is read as a pseudonym, and there is no key to make pseudonyms with [E0295]
                    help: make a key with `(umask 077; head -c 32 /dev/urandom > PATH)` outside the definitions and name it \
                as `pseudonym_key: PATH` in pipeline.yaml
                """
            ])
    }
}
