import Compute
import Definitions
import PipelineRunner
import RunStore
import SQLPrinting
import Tables
import Testing

@Suite("Tables kept for another engine", .serialized)
struct KeptTableTests {
    @Test("times in UTC with the local offset, texts in quotes, nothing for what is missing, rejected rows marked")
    func rows() throws {
        let folder = try Scratch()
        try writeTables(try input(), to: folder.path + "/tables")
        #expect(
            try folder.text("tables/source.calls.csv") == """
                "row_id","row_state","row_file","call_id","parent","offered_at_ms","offered_at_off","answered_at_ms",\
                "answered_at_off","told_on_day","talk","legs","is_test","queue","grade","codes"
                0,0,0,"k1",,1774746000000,3600,1774745999000,0,20541,4000,2,true,"say ""so"", now","2","A1;B2"
                1,1,0,"k1",,,,,,,,,false,,,
                2,2,0,,,,,,,,,,,,,

                """)
        #expect(
            try folder.text("tables/source.calls_codes.csv") == """
                "row_id","row_state","row_file","call_id","pos","value"
                0,0,0,"k1",1,"A1"
                1,0,0,"k1",2,"B2"

                """)
        #expect(
            try folder.text("tables/run.facts.csv")
                == "\"as_of_ms\",\"as_of_day\",\"time_zone\"\n1775084400000,20544,\"Europe/London\"\n")
        #expect(try folder.text("tables/run.supplied.csv") == "\"table\"\n\"calls\"\n\"calls_codes\"\n")
        let calendar = try folder.text("tables/calendar.csv").split(separator: "\n")
        #expect(
            calendar.contains(
                "20541,\"2026-03-29\",6,3,\"2026-W13\",\"2026-03\",\"2026-Q1\",\"FY2025-26\",\"2026\",false,"
                    + "\"R12-2026-03\",1774742400000,1774825200000"))
        // The night on which clocks go forward has no hour from one to two.
        let hours = try folder.text("tables/calendar.hours.csv").split(separator: "\n").filter {
            $0.contains(",20541,")
        }
        #expect(hours.count == 23)
        #expect(hours[1] == "1774746000000,1774749600000,20541,146")
    }

    @Test("working days are counted over the years whose holidays are known")
    func workingDays() throws {
        let folder = try Scratch()
        try writeTables(try input(), to: folder.path + "/tables")
        // Monday to Thursday, Good Friday to Easter Monday, Tuesday.
        #expect(
            try folder.text("tables/calendar.working_days.csv") == """
                "day","n"
                20542,1
                20543,2
                20544,3
                20545,4
                20546,4
                20547,4
                20548,4
                20549,4
                20550,5

                """)
    }

    @Test("a folder of its owner alone, and never one that holds something")
    func folder() throws {
        let folder = try Scratch()
        let place = folder.path + "/tables"
        try writeTables(try input(), to: place)
        #expect(try System.mode(of: place) == 0o700)
        for name in System.names(in: place) { #expect(try System.mode(of: "\(place)/\(name)") == 0o600) }
        let found = #expect(throws: Diagnostic.self) { try writeTables(try input(), to: place) }
        #expect(
            found?.description == """
                error: \(place) is there already [E0603]
                    help: name a folder that does not exist or is empty: tables are never mixed with older ones
                """)
    }

    private func input() throws -> ComputeInput {
        let zone = try london()
        var names = Names()
        let id = names.code(of: "k1")
        let (queue, grade) = (names.code(of: "say \"so\", now"), names.code(of: "2"))
        let none = Missing.integer
        let fields = [
            SourceTable.Field(name: "call_id", type: .id, column: .codes([id, id, -1])),
            // The first instant of summer time, and the second before it.
            SourceTable.Field(name: "offered_at", type: .time, column: .integers([1_774_746_000_000, none, none])),
            SourceTable.Field(name: "answered_at", type: .time, column: .integers([1_774_745_999_000, none, none])),
            SourceTable.Field(name: "told_on", type: .date, column: .integers([20_541, none, none])),
            SourceTable.Field(name: "talk", type: .duration, column: .seconds([4, Missing.seconds, Missing.seconds])),
            SourceTable.Field(name: "legs", type: .integer, column: .integers([2, none, none])),
            SourceTable.Field(name: "is_test", type: .flag, column: .flags([1, 0, 2])),
            SourceTable.Field(name: "queue", type: .text, column: .codes([queue, -1, -1])),
            SourceTable.Field(
                name: "grade", type: .category(values: ["1", "2"], ordered: true), column: .codes([grade, -1, -1])),
            SourceTable.Field(name: "codes", type: .text, column: .codes([names.code(of: "A1;B2"), -1, -1])),
        ]
        let table = SourceTable(
            name: "calls", fields: fields, rejected: [0, 1, 2], rowFiles: [0, 0, 0], rowOffsets: [0, 1, 2],
            files: ["calls.csv"], key: ["call_id"])
        let values = SourceTable(
            name: "calls_codes",
            fields: [
                SourceTable.Field(name: "call_id", type: .id, column: .codes([id, id])),
                SourceTable.Field(name: "pos", type: .integer, column: .integers([1, 2])),
                SourceTable.Field(
                    name: "value", type: .text, column: .codes([names.code(of: "A1"), names.code(of: "B2")])),
            ], rejected: [0, 0], rowFiles: [0, 0], rowOffsets: [0, 0], files: ["calls.csv"], key: ["call_id", "pos"])
        return ComputeInput(
            definition: try definition(), tables: [table, values], names: names,
            asOf: AsOf(endOf: CivilDate(year: 2026, month: 4, day: 1), in: zone), zone: zone, jobs: 1)
    }
}

/// A folder of a test's own, gone when the test is.
private final class Scratch {
    let path: String

    init() throws {
        path = "\(System.environment("TMPDIR") ?? "/tmp")/sql-tests-\(System.processID)"
        try FileTree.remove(path)
        try FileTree.make(path, mode: 0o700)
    }

    deinit { try? FileTree.remove(path) }

    func text(_ name: String) throws -> String {
        String(decoding: try System.read("\(path)/\(name)"), as: UTF8.self)
    }
}
