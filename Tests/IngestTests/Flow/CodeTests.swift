import Ingest
import Tables
import Testing

@Suite("Codes")
struct CodeTests {
    @Test("every fault and every code is explained, and only once")
    func explained() {
        let codes = ingestCodes.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(FaultCode.allCases.filter { !codes.contains($0.rawValue) } == [])
        #expect(ingestCodes.allSatisfy { !$0.title.isEmpty && !$0.meaning.isEmpty && !$0.remedy.isEmpty })
    }

    @Test(
        "each family of codes has one exit status",
        arguments: [
            ("E0101", 64), ("E0202", 78), ("E0311", 65), ("E0401", 65), ("E0501", 66), ("E0601", 73), ("E0612", 66),
            ("E0613", 65), ("E0619", 1), ("E0630", 73), ("E0701", 74),
            ("E0751", 75), ("E0801", 77), ("E0901", 1), ("V01", 1), ("nonsense", 1),
        ] as [(String, Int32)])
    func exits(code: String, status: Int32) {
        #expect(exitClass(of: code) == status)
    }

    @Test("several findings exit as their first error does")
    func several() {
        let warning = Diagnostic(.warning, code: "E0404", "")
        #expect(
            exitClass(of: Diagnostics([warning, Diagnostic(code: "E0501", ""), Diagnostic(code: "E0401", "")])) == 66)
        #expect(exitClass(of: Diagnostics([warning])) == 0)
    }
}
