import Definitions
import Tables
import Testing

@testable import Ingest

@Suite("Order of files")
struct FileOrderTests {
    @Test(
        "exports in any order of reading give the same table",
        arguments: [SourceDefinition.ExportKind.increment, .window])
    func anyOrder(exports: SourceDefinition.ExportKind) async throws {
        let force = try TestForce()
        let source = TestForce.source(exports: exports)
        force.sources = [source]
        try force.put(
            "calls_20260310.csv",
            "id,chan,at,note\na,999,2026-03-01 10:00,1\nb,999,2026-03-02 10:00,1\nc,999,2026-03-03 10:00,1\n")
        try force.put("calls_20260311.csv", "id,chan,at,note\nb,999,2026-03-02 10:00,2\nd,999,2026-03-03 11:00,2\n")
        try force.put(
            "calls_20260312.csv",
            "id,chan,at,note\nd,999,2026-03-03 11:00,3\na,101,2026-03-01 10:00,3\na,101,2026-03-01 10:00,3\n")
        let files = try discoverFiles(of: source, inputs: force.folder + "/in")
        let zone = try TestForce.london()
        let wanted = try await force.run().rows().sorted()
        #expect(
            wanted == (exports == .window ? ["a 101 3", "d 999 3"] : ["a 101 3", "b 999 2", "c 999 1", "d 999 3"]))
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            var names = Names()
            let decoded = try await decode(
                source, schema: TestForce.schema, files: order.map { files[$0] }, zone: zone, names: &names,
                options: IngestOptions(jobs: 1), pseudonymKey: nil)
            var rows = try SourceRows(decoded, schema: TestForce.schema, names: &names)
            rows.decideOwnFates(asOf: AsOf(endOf: CivilDate(year: 2026, month: 3, day: 31), in: zone))
            rows.resolveKeys(zone: zone)
            var sources = [rows]
            let table = assembleTable(TestForce.schema, of: &sources, at: [0])
            let result = IngestResult(
                tables: [table], names: names, files: [], ruleCounts: [], unusable: [], notSupplied: [], findings: [],
                leftOut: [])
            #expect(result.rows().sorted() == wanted, "\(order)")
        }
    }
}
