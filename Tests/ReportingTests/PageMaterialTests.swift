import Tables
import Testing

@testable import Reporting

@Suite("Page material")
struct PageMaterialTests {
    @Test("a header says whose run it is and which")
    func header() throws {
        let day = try #require(CivilDate("2026-09-30"))
        let header = PageMaterial.Header(
            force: "Loamshire Police", marking: "OFFICIAL", asOf: day, run: "0123456789ab", programVersion: "0.1.0",
            profile: .internal)
        #expect("\(header.asOf)" == "2026-09-30")
    }
}
