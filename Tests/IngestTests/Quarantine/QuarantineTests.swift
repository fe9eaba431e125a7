import Definitions
import Foundation
import Ingest
import Tables
import Testing

@Suite("Quarantine")
struct QuarantineTests {
    private let faulty = """
        Report run on 01/03/2026
        id,chan,at,note
        a,999,2026-03-01 10:00,"one, two"
        b,999,99/99/9999,"three, 4"
        c,999,"2026-03-01 10:00,x
        d,101,2026-03-01 10:00,=1
        d,101,2026-03-01 10:01,=1
        Total records: 5

        """
    private let dialect = Dialect(headerRecord: 2, control: "Total records:")

    @Test(
        "rejected records are kept byte for byte under the source's own titles, header and row count",
        arguments: ["calls_20260310.csv", "calls_20260310.csv.gz"])
    func bytes(name: String) async throws {
        let force = try TestForce()
        force.sources = [TestForce.source(dialect: dialect)]
        let text = Array(faulty.replacingOccurrences(of: "\n", with: "\r\n").utf8)
        try force.put(name, bytes: name.hasSuffix(".gz") ? gzipMember(text) : text)
        let result = try await force.run()
        #expect(result.ledger(name) == [1, 4, 0, 0, 0, 0])
        #expect(
            force.quarantined("acd.rejected.csv")
                == """
                Report run on 01/03/2026
                id,chan,at,note
                b,999,99/99/9999,"three, 4"
                c,999,"2026-03-01 10:00,x
                d,101,2026-03-01 10:00,=1
                d,101,2026-03-01 10:01,=1
                Total records: 4

                """.replacingOccurrences(of: "\n", with: "\r\n"))
        #expect(
            force.quarantined("acd.faults.csv")
                == """
                file,line,offset,length,code,rule,column,shape
                \(name),4,78,29,V01,DQ05,offered_at,99/99/9999
                \(name),5,107,27,R03,,,
                \(name),6,134,27,K01,DQ04,,
                \(name),7,161,27,K01,DQ04,,

                """.replacingOccurrences(of: "\n", with: "\r\n"))
    }

    @Test("files are their owner's alone, and go when nothing is rejected any more")
    func modes() async throws {
        let force = try TestForce()
        try force.put("calls_20260310.csv", "id,chan,at\na,999,never\n")
        _ = try await force.run()
        func mode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        #expect(try mode(force.quarantine) == 0o700)
        #expect(try mode(force.quarantine + "/acd.rejected.csv") == 0o600)
        #expect(try mode(force.quarantine + "/acd.faults.csv") == 0o600)
        try force.put("calls_20260310.csv", "id,chan,at\na,999,2026-03-01 10:00\n")
        _ = try await force.run()
        #expect(try FileManager.default.contentsOfDirectory(atPath: force.quarantine) == [])
    }

    @Test("a failed gate leaves the quarantine behind")
    func failedGate() async throws {
        let force = try TestForce()
        force.sources = [TestForce.source(perFile: TestForce.gate(warn: (0, 0), stop: (0, 0)))]
        try force.put("calls_20260310.csv", "id,chan,at\na,999,never\n")
        #expect(try await force.failure().count == 1)
        #expect(force.quarantined("acd.rejected.csv") == "id,chan,at\na,999,never\n")
    }

    @Test("a corrected copy among the inputs gives the table of the clean file")
    func corrected() async throws {
        let force = try TestForce()
        force.sources = [TestForce.source(dialect: dialect)]
        let clean = """
            Report run on 01/03/2026
            id,chan,at,note
            a,999,2026-03-01 10:00,"one, two"
            b,999,2026-03-01 10:02,"three, 4"
            c,999,2026-03-01 10:00,x
            d,101,2026-03-01 10:00,=1
            Total records: 4

            """
        try force.put("calls_20260310.csv", clean)
        let wanted = try await force.run().rows().sorted()
        try force.put("calls_20260310.csv", faulty)
        _ = try await force.run()
        let rejected = try #require(force.quarantined("acd.rejected.csv"))
        let corrected =
            rejected
            .replacingOccurrences(of: "99/99/9999", with: "2026-03-01 10:02")
            .replacingOccurrences(of: "c,999,\"", with: "c,999,")
            .replacingOccurrences(of: "d,101,2026-03-01 10:01,=1\n", with: "")
            .replacingOccurrences(of: "records: 4", with: "records: 3")
        try force.put("calls_20260310.csv.corrected.csv", corrected)
        let result = try await force.run()
        #expect(result.rows().sorted() == wanted)
        #expect(result.ledger("calls_20260310.csv") == [1, 0, 4, 0, 0, 0])
        #expect(result.ledger("calls_20260310.csv.corrected.csv") == [3, 0, 0, 0, 0, 0])
        #expect(result.ruleCounts.filter { $0.action == "reject" && $0.count > 0 } == [])
        #expect(force.quarantined("acd.rejected.csv") == nil)
    }

    @Test("encodings, byte order marks and line ends are those of the source")
    func encodings() async throws {
        let text = "id\tchan\tat\tnote\r\na\t999\t2026-03-01 10:00\tCafé £\r\nb\t999\tnever\t’Café’\r\n"
        for (encoding, mark) in [
            (Dialect.Encoding.utf8WithMark, [0xEF, 0xBB, 0xBF]), (.utf16LittleEndian, [0xFF, 0xFE]),
            (.utf16BigEndian, [0xFE, 0xFF]), (.windows1252, []),
        ] as [(Dialect.Encoding, [UInt8])] {
            let force = try TestForce()
            force.sources = [TestForce.source(dialect: Dialect(encoding: encoding, delimiter: 9))]
            let spelling: String.Encoding =
                switch encoding {
                case .utf8, .utf8WithMark: .utf8
                case .windows1252: .windowsCP1252
                case .utf16LittleEndian: .utf16LittleEndian
                case .utf16BigEndian: .utf16BigEndian
                }
            try force.put("calls_20260310.csv", bytes: mark + (text.data(using: spelling) ?? Data()))
            _ = try await force.run()
            let found = FileManager.default.contents(atPath: force.quarantine + "/acd.rejected.csv") ?? Data()
            let wanted = text.replacingOccurrences(of: "a\t999\t2026-03-01 10:00\tCafé £\r\n", with: "")
            #expect(Array(found) == mark + (wanted.data(using: spelling) ?? Data()), "\(encoding.rawValue)")
            #expect(
                force.quarantined("acd.faults.csv")?.contains("V01,DQ05,offered_at,AAAAA\r\n") == true,
                "\(encoding.rawValue)")
        }
    }

    @Test("files with other headers get a file of their own")
    func otherHeaders() async throws {
        let force = try TestForce()
        try force.put("calls_20260310.csv", "id,chan,at\na,999,never\n")
        try force.put("calls_20260311.csv", "at,chan,id\nnever,999,b")
        try force.put("calls_20260312.csv", "id,chan,at\nc,999,never\n")
        _ = try await force.run()
        #expect(force.quarantined("acd.rejected.csv") == "id,chan,at\na,999,never\nc,999,never\n")
        #expect(force.quarantined("acd.rejected-2.csv") == "at,chan,id\nnever,999,b\n")
    }

    @Test("records of an archive are kept unpacked")
    func archive() async throws {
        let force = try TestForce()
        let text = "id,chan,at\na,999,2026-03-01 10:00\nb,999,never\nc,999,2026-03-01 10:00\nd,999,never"
        try force.put("calls_20260310.csv.gz", bytes: gzipMember(Array(text.utf8)))
        _ = try await force.run()
        #expect(force.quarantined("acd.rejected.csv") == "id,chan,at\nb,999,never\nd,999,never\n")
        #expect(force.quarantined("acd.faults.csv")?.contains("calls_20260310.csv.gz,3,34,12,V01,") == true)
    }

    @Test("chunks and tasks change nothing", arguments: [(1, 4096), (8, 4096), (8, 1 << 20)])
    func chunks(jobs: Int, bytes: Int) async throws {
        let force = try TestForce()
        var text = "id,chan,at,note\n"
        for row in 0..<3000 {
            let time = row % 7 == 0 ? "never" : "2026-03-0\(1 + row % 9) 10:00"
            text += "k\(row % 2500),999,\(time),\(row % 11 == 0 ? "14\" TV" : "n\(row % 3)")\n"
        }
        try force.put("calls_20260310.csv", text)
        let wanted = try await force.run()
        let rejected = force.quarantined("acd.rejected.csv")
        let faults = force.quarantined("acd.faults.csv")
        let found = try await force.run(jobs: jobs, chunkBytes: bytes)
        #expect(found.rows(["call_id", "offered_at", "note"]) == wanted.rows(["call_id", "offered_at", "note"]))
        #expect(found.files == wanted.files)
        #expect(found.ruleCounts == wanted.ruleCounts)
        #expect(found.findings == wanted.findings)
        #expect(force.quarantined("acd.rejected.csv") == rejected)
        #expect(force.quarantined("acd.faults.csv") == faults)
    }

    @Test("sensitive values never leave their file, not even their shape")
    func sensitive() async throws {
        let force = try TestForce()
        force.sources = [
            TestForce.source(
                columns: TestForce.standard + [TestForce.mapping("caller_hash", "caller", .id)], key: ["call_id"])
        ]
        try force.put("calls_20260310.csv", "id,chan,at,caller\na,999,2026-03-01 10:00,2.2E+07\n")
        let result = try await force.run()
        #expect(force.quarantined("acd.faults.csv")?.hasSuffix(",V09,DQ05,caller_hash,\r\n") == true)
        #expect(!result.findings.contains { $0.message.contains("9.9A") })
    }
}
