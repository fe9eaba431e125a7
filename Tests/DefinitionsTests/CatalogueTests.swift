import Definitions
import Tables
import Testing

/// The definitions that are delivered.
@Suite struct CatalogueTests {
    @Test func everythingLoadsWithoutAFinding() throws {
        do {
            #expect(try Catalogue.loamshire().warnings.map(\.description) == [])
        } catch let error as Diagnostics {
            Issue.record("\(error.all.map(\.description).joined(separator: "\n"))")
        }
    }

    @Test func everyCallKPIOfTheDomainIsThere() throws {
        let definition = try Catalogue.loamshire()
        let ids = Set(definition.figures.map(\.id)).union(definition.leftOut.map(\.id))
        let wanted = [
            "C01", "C01n", "C01b", "C02", "C03", "C04", "C05", "C05.raw", "C06", "C06.handler", "C07", "C08.human",
            "C08.handler", "C09", "C09.long", "C10", "C10.strict", "C11", "C11.calls", "C12", "C12.to_999", "C13",
            "C14",
            "C15", "C15.talk", "C15.wrap", "C17", "C17.lost", "C17.online", "C18", "L01",
        ]
        #expect(ids.isSuperset(of: wanted), "\(Set(wanted).subtracting(ids).sorted())")
    }

    @Test func everyRuleForCallsIsThere() throws {
        #expect(
            try Catalogue.loamshire().rules.map(\.id) == [
                "DQ01", "DQ02", "DQ03", "DQ04", "DQ05", "DQ06", "DQ07", "DQ08a", "DQ08b", "DQ08c", "DQ08d", "DQ08e",
                "DQ09a", "DQ09b", "DQ10", "DQ24", "DQ25", "DQ27", "DQ28",
            ])
    }

    /// The `definitions/` kept with a run must give the same definition again.
    @Test func theFilesOfARunLoadToTheSameFigures() throws {
        let definition = try Catalogue.loamshire()
        let again = try loadPipeline(files: definition.files, folder: definition.folder)
        #expect(again.figures.map(\.hash) == definition.figures.map(\.hash))
        #expect(again.files.map(\.path) == definition.files.map(\.path))
        #expect(again.files.contains { $0.path == "loamshire/reference/vdn.csv" })
        #expect(again.folders.inputs == definition.folders.inputs)
    }

    @Test func foldersOnTheCommandLineComeFirst() throws {
        let root = Catalogue.root
        let definition = try loadPipeline(
            folder: root + "/Pipelines/loamshire", overrides: FolderOverrides(output: "elsewhere"))
        #expect(definition.folders.inputs == root + "/SampleData/loamshire")
        #expect(definition.folders.output == "elsewhere")
        #expect(definition.folders.state == root + "/.state/loamshire")
        #expect(definition.pseudonymKey == root + "/.state/loamshire/pseudonym.key")
    }

    @Test func theOriginOfAChangedKPIShowsBothTexts() throws {
        let definition = try Catalogue.loamshire()
        let found = try #require(origin(of: "C07", in: definition))
        let by = try #require(found.fields.first { $0.key == "by" })
        #expect(by.ours == "[]")
        #expect(by.theirs == "[queue]")
        #expect(found.location.file == "peel/kpis/calls.yaml")
        #expect(found.changeLocation?.file == "loamshire/kpis/changes.yaml")
        #expect(found.fields.first { $0.key == "among" }?.theirs == nil)
        #expect(origin(of: "C99", in: definition) == nil)
    }

    @Test func missingFoldersSayWhereWasLooked() {
        func fault(_ folder: String) -> String {
            do {
                _ = try loadPipeline(folder: folder)
                return "none"
            } catch let error {
                return error.all.map(\.description).joined(separator: "\n")
            }
        }
        #expect(
            fault("/nowhere/force")
                == "error: there is no folder `/nowhere/force` [E0239]\n"
                + "    help: name the folder of a force's definitions: --pipeline Pipelines/FORCE")
        let ours = Catalogue.root + "/Pipelines/peel"
        #expect(fault(ours).hasPrefix("\(ours)/pipeline.yaml: error: `\(ours)` has no pipeline.yaml [E0239]"))
    }

    @Test func everyCodeIsExplainedOnce() {
        #expect(Set(definitionCodes.map(\.code)).count == definitionCodes.count)
        #expect(definitionCodes.allSatisfy { !$0.title.isEmpty && !$0.meaning.isEmpty && !$0.remedy.isEmpty })
    }
}
