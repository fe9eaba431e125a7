import Definitions
import Tables
import Testing

@Suite struct CatalogueTests {
    @Test func everythingLoadsWithoutAFinding() throws {
        do {
            let definition = try Catalogue.loamshire()
            #expect(definition.warnings.map(\.description) == [])
            #expect(definition.force == "Loamshire Police")
        } catch let error as Diagnostics {
            Issue.record("\(error.all.map(\.description).joined(separator: "\n"))")
        }
    }
}
