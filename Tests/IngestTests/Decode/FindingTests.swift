import Definitions
import Tables
import Testing

@testable import Ingest

/// What the values of a column say about themselves.
@Suite struct FindingTests {
    private let channels = ValueType.category(values: ["999", "101"], ordered: false)

    private func findings(_ rows: [String], rowsOfType type: ValueType, _ form: ColumnForm) async throws -> [String] {
        let schema = Sketch.schema([Sketch.column("x", type)])
        let source = Sketch.source([Sketch.map("x", "X", form)])
        let decoded = try await Decoded(
            [("calls_20260930.csv", "X\n" + rows.map { $0 + "\n" }.joined())], source, schema,
            key: PseudonymKey(bytes: Array(repeating: 1, count: 32)))
        return decoded.source.findings.map(\.description)
            + (decoded.source.columns[0].resolution.map { ["resolution \($0)"] } ?? [])
    }

    private func minutes(_ count: Int) -> [String] {
        (0..<count).map { "01/03/2026 10:\($0 % 60 < 10 ? "0" : "")\($0 % 60):00" }
    }

    @Test func aHundredTimesOnTheMinuteAreMinutes() async throws {
        #expect(
            try await findings(minutes(100), rowsOfType: .time, Sketch.seconds) == [
                """
                sources/calls.yaml:10:3: warning: x holds whole minutes: all 100 values end in :00; figures in seconds \
                cannot be computed from it [E0352]
                    help: ask for an export with seconds, or map a header that holds them
                """, "resolution 60000",
            ])
        #expect(try await findings(minutes(99), rowsOfType: .time, Sketch.seconds) == ["resolution 1000"])
        #expect(
            try await findings(minutes(99) + ["01/03/2026 10:00:01"], rowsOfType: .time, Sketch.seconds)
                == ["resolution 1000"])
    }

    @Test func aFormatWithoutSecondsIsMinutes() async throws {
        #expect(
            try await findings(
                ["01/03/2026 10:00"], rowsOfType: .time, .time(formats: ["dd/MM/yyyy HH:mm"], resolution: 60_000)) == [
                    """
                    sources/calls.yaml:10:3: warning: x holds whole minutes: its format has nothing finer; figures in \
                    seconds cannot be computed from it [E0352]
                        help: ask for an export with seconds, or map a header that holds them
                    """, "resolution 60000",
                ])
    }

    @Test func midnightsAreDates() async throws {
        #expect(
            try await findings(
                Array(repeating: "01/07/2026 00:00:00", count: 120), rowsOfType: .time, Sketch.seconds) == [
                    """
                    sources/calls.yaml:10:3: warning: x holds days without a time of day: all 120 values are at 00:00:00; \
                    figures in seconds, minutes or hours cannot be computed from it [E0353]
                        help: ask for an export with times of day, or map a header that holds them
                    """, "resolution 86400000",
                ])
    }

    @Test func oneCallerForAllIsNoCaller() async throws {
        let form = ColumnForm.pseudonym(withheld: [])
        #expect(
            try await findings(Array(repeating: "01632 960001", count: 100), rowsOfType: .pseudonym, form) == [
                """
                sources/calls.yaml:10:3: warning: all 100 values of x are the same; figures about repeat callers would see \
                one caller [E0354]
                    help: map the header that tells callers apart, and list texts such as Withheld under `withheld:`
                """
            ])
        let two = Array(repeating: "01632 960001", count: 100) + ["01632 960002"]
        #expect(try await findings(two, rowsOfType: .pseudonym, form) == [])
    }

    @Test func aCategoryMostlyUnknownNamesItsLabels() async throws {
        let form = ColumnForm.category(["999", "101"], ordered: false)
        #expect(
            try await findings(
                ["999", "Emergency", "Emergency", "Fax", "07700900123", "101", "Fax", "Emergency"],
                rowsOfType: channels,
                form) == [
                    """
                    sources/calls.yaml:10:3: error: 6 of 8 values of x are in no map; most often: `Emergency` (3), `Fax` \
                    (2), `99999999999` (1) [E0355]
                        help: extend `values:` of x at sources/calls.yaml:10:3 with what each label stands for, or map \
                    another header; allowed values: 999, 101
                    """
                ])
        #expect(try await findings(["999", "fax"], rowsOfType: channels, form) == [])
    }

    @Test func aReferenceThatMostCellsAreNotInNamesThem() async throws {
        let schema = Sketch.schema([Sketch.column("x", channels)])
        let source = Sketch.source([
            Sketch.map("x", "VDN", .category(["999", "101"], ordered: false), through: ["5001": "999"])
        ])
        let decoded = try await Decoded(
            [("calls_20260930.csv", "VDN\n5001\n6001\n6001\n6002\n")], source, schema)
        #expect(
            decoded.source.findings.map(\.description) == [
                """
                sources/calls.yaml:10:3: error: 3 of 4 values of x are not in reference/vdn.csv; most often: `6001` (2), \
                `6002` (1) [E0356]
                    help: add them to reference/vdn.csv, or correct `from`, `through` or `key` of x
                """
            ])
    }

    @Test func bytesOfAnotherEncodingAreToldWithTheirPlace() async throws {
        let schema = Sketch.schema([Sketch.column("x", .text)])
        let source = Sketch.source([Sketch.map("x", "X", .text)])
        let folder = try InputsFolder()
        try folder.write("calls_20260930.csv", Array("X\nok\n".utf8) + [0xA3, 10] + Array("fine\n".utf8) + [0x92, 10])
        var names = Names()
        let decoded = try await decode(
            source, schema: schema, files: discoverFiles(of: source, inputs: folder.path), zone: Sketch.london(),
            names: &names, options: IngestOptions(jobs: 1), pseudonymKey: nil)
        #expect(
            decoded.findings.map(\.description) == [
                """
                calls_20260930.csv: warning: 2 records are not utf-8, the first at byte offset 5; likely the file is \
                windows-1252 [E0351]
                    help: write `encoding: windows-1252` in sources/calls.yaml:1 if that is what the system exports; \
                nothing is replaced silently, so these records are rejected
                """
            ])
    }
}
