import Definitions
import Expressions
import Tables
import Testing

@testable import Ingest

/// What records are besides rows, and rows that are none.
@Suite struct RecordKindTests {
    private let schema = Sketch.schema([
        Sketch.column("call_id", .id), Sketch.column("incident_id", .id), Sketch.column("leg_seq", .integer),
    ])

    private let columns = [
        Sketch.map("call_id", "Id", .id),
        Sketch.map("incident_id", .joined([.init(["Date"]), .init(["No"])], with: "-"), .id),
        Sketch.map("leg_seq", .constant("1"), .integer),
    ]

    @Test func titlesFootersControlsAndRepeatedHeadersAreNoRows() async throws {
        let dialect = Dialect(
            headerRecord: 2, skip: ["Grand Total"], control: "Total records:", nullTokens: ["-"])
        let text = """
            Report run on 01/10/2026 02:14 by BATCH

            Id,Date,No
            a,20260930,17
            Id,Date,No
            b,-,18
            "Grand Total",2,

            Total records: 1,234
            """
        let decoded = try await Decoded(
            [("calls_20260930.csv", text)], Sketch.source(columns, dialect: dialect), schema)
        #expect(decoded.values("call_id") == ["a", "b"])
        #expect(decoded.values("incident_id") == ["20260930-17", "-"])
        #expect(decoded.values("leg_seq") == ["1", "1"])
        #expect(decoded.faults == [])
        let file = decoded.source.files[0]
        #expect(file.headers == 1)
        #expect(file.skipped == 4)
        #expect(file.blankLines == 2)
        #expect(file.controlTotal == 1234)
        #expect(file.rows == 0..<2)
        #expect(decoded.source.lines == [4, 6])
    }

    @Test func aStatedTotalIsTheFirstNumber() {
        func total(_ text: String) -> Int? { statedTotal(Array(text.utf8), after: Array("Total records:".utf8)) }
        #expect(total("Total records: 42\r\n") == 42)
        #expect(total("\"Total records:\",\"42\",,\r\n") == 42)
        #expect(total("Total records:,42,17\r\n") == 42)
        #expect(total("Total records: 1,234,567") == 1_234_567)
        #expect(total("Total records: none") == nil)
    }

    @Test func recordsOfTheWrongWidthAreMalformedWhole() async throws {
        let text =
            "Id,Date,No\na,20260930,1\nb,20260930\nc,20260930,1,x\nd,20260930,1,,\n\"e,20260930,1\nf,20260930,1\n"
        let decoded = try await Decoded([("calls_20260930.csv", text)], Sketch.source(columns), schema)
        #expect(decoded.values("call_id") == ["a", "-", "-", "d", "-", "f"])
        #expect(decoded.values("leg_seq") == ["1", "-", "-", "1", "-", "1"])
        #expect(decoded.faults.map { String($0.prefix(3)) } == ["1 *", "2 *", "4 *"])
        #expect(decoded.faults[0] == "1 * R07")
        #expect(decoded.faults[1] == "2 * R08")
        #expect(decoded.source.offsets == [11, 24, 35, 50, 65, 79])
        #expect(decoded.source.lengths == [13, 11, 15, 15, 14, 13])
    }

    @Test func aSpoiledPartSpoilsAJoinedIdentifier() async throws {
        let decoded = try await Decoded(
            [("calls_20260930.csv", "Id,Date,No\na,20260930,1E+02\nb,,2\n")], Sketch.source(columns), schema)
        #expect(decoded.values("incident_id") == ["-", "-"])
        #expect(decoded.faults == ["0 incident_id V09"])
    }

    @Test func partsOfAJoinAreBroughtToOneSpelling() async throws {
        let joined = ColumnMapping.Origin.joined(
            [.init(["Date"], dayFormats: ["dd/MM/yyyy", "iso"]), .init(["No"], keepsLeadingZeros: false)], with: "-")
        let source = Sketch.source([Sketch.map("call_id", "Id", .id), Sketch.map("incident_id", joined, .id)])
        let text = """
            Id,Date,No
            a,14/03/2026,00123
            b,2026-03-14,123
            c,2026-03-14T23:30:00,000
            d,14/03/2026,0A7
            e,31/02/2026,1
            f,14.03.2026,1
            g,00/00/0000,1
            h,14/03/2026,1E+02

            """
        let decoded = try await Decoded([("calls_20260930.csv", text)], source, schema)
        #expect(
            decoded.values("incident_id") == [
                "2026-03-14-123", "2026-03-14-123", "2026-03-14-0", "2026-03-14-0A7", "-", "-", "-", "-",
            ])
        #expect(
            decoded.faults == [
                "4 incident_id V11", "5 incident_id V02", "6 incident_id V08", "7 incident_id V09",
            ])
    }

    @Test func trailingDelimitersOfTheHeaderNeedNoCells() async throws {
        let decoded = try await Decoded(
            [("calls_20260930.csv", "Id,Date,No,,\na,20260930,1\nb,20260930,2,,\n")], Sketch.source(columns), schema)
        #expect(decoded.values("incident_id") == ["20260930-1", "20260930-2"])
        #expect(decoded.faults == [])
    }

    @Test func computedColumnsReadTheOthersOfTheirRow() async throws {
        let schema = Sketch.schema([
            Sketch.column("call_id", .id), Sketch.column("offered_at", .time), Sketch.column("answered_at", .time),
        ])
        let offered = TypedExpression(.column("offered_at", of: .own), .time)
        let queued = TypedExpression(.column("queue_time", of: .own), .duration)
        let expression = TypedExpression(.arithmetic(.add, offered, queued), .time)
        let source = Sketch.source([
            Sketch.map("call_id", "Id", .id), Sketch.map("answered_at", .computed(expression), Sketch.seconds),
            Sketch.map("offered_at", "Start", Sketch.seconds),
            Sketch.map("queue_time", "Queue", .duration(.minutes)),
        ])
        let text = "Id,Start,Queue\na,01/03/2026 10:00:00,2\nb,01/03/2026 10:00:00,\nc,01/03/2026\n"
        let decoded = try await Decoded([("calls_20260930.csv", text)], source, schema)
        #expect(decoded.values("answered_at") == ["2026-03-01T10:02:00Z", "-", "-"])
        #expect(decoded.source.columns.map(\.name) == ["call_id", "offered_at", "queue_time", "answered_at"])
        #expect(decoded.source.unmapped == [])
    }
}
