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

    @Test func everyAttendanceAndFirstContactKPIOfTheDomainIsThere() throws {
        let ids = Set(try Catalogue.loamshire().figures.map(\.id))
        let numbers = (1...22).map { $0 < 10 ? "A0\($0)" : "A\($0)" } + ["A24", "C19", "C20", "C21", "C22", "C23"]
        let variants = [
            "A01b", "A01.arrival", "A01.first", "A01.final", "A03b", "A03.arrival", "A03.first", "A03.final",
            "A07.median", "A07.others", "A12.late", "A14.travel", "A14.creation", "A15.late", "A15.oldest", "A15.ages",
            "A17.again", "A19.in_time", "A21.declined", "C21.flagged",
        ]
        #expect(ids.isSuperset(of: numbers + variants), "\(Set(numbers + variants).subtracting(ids).sorted())")
    }

    @Test func everyRecordingAndInvestigationKPIOfTheDomainIsThere() throws {
        let ids = Set(try Catalogue.loamshire().figures.map(\.id))
        let wanted =
            ["R01", "R02", "R03", "R04", "R05", "R05.sex", "R05.age", "R06"]
            + (1...29).map { $0 < 10 ? "I0\($0)" : "I\($0)" }
        #expect(ids.isSuperset(of: wanted), "\(Set(wanted).subtracting(ids).sorted())")
    }

    @Test func everyRuleOfTheDomainIsThere() throws {
        #expect(
            Set(try Catalogue.loamshire().rules.map(\.id)) == [
                "DQ01", "DQ02", "DQ03", "DQ04", "DQ05", "DQ06", "DQ07", "DQ08a", "DQ08b", "DQ08c", "DQ08d", "DQ08e",
                "DQ09a", "DQ09b", "DQ10", "DQ11a", "DQ11b", "DQ11c", "DQ11d", "DQ12", "DQ13", "DQ14", "DQ15", "DQ16a",
                "DQ16b", "DQ17", "DQ18", "DQ19a", "DQ19b", "DQ19c", "DQ19d", "DQ20", "DQ21a", "DQ21b", "DQ22", "DQ23a",
                "DQ23b", "DQ23c", "DQ23d", "DQ23e", "DQ23f", "DQ23g", "DQ23h", "DQ23i", "DQ23j", "DQ24", "DQ25",
                "DQ26a", "DQ26b", "DQ26c", "DQ26d",
                "DQ27", "DQ28",
            ])
    }

    /// Dated targets: the row in force on the local day of receipt, of the grade and the place.
    @Test func targetsAreLookedUpByGradePlaceAndDay() throws {
        let definition = try Catalogue.loamshire()
        let targets = try #require(definition.references.first { $0.name == "grade_targets" })
        #expect(targets.key == ["grade", "place"])
        #expect(targets.validity == .init(from: "valid_from", until: "valid_until"))
        let responses = try #require(definition.tables.first { $0.name == "responses" })
        let target = try #require(responses.relations.first { $0.name == "target" })
        #expect(target.to == .reference("grade_targets"))
        #expect(target.match == [.init(mine: "judged_grade", theirs: "grade"), .init(mine: "place", theirs: "place")])
        #expect(target.validAt == "received_at")
    }

    /// The order of exclusions is DOMAIN's list: the first true reason is an incident's only one.
    @Test func exclusionsStandInTheOrderOfTheDomain() throws {
        let definition = try Catalogue.loamshire()
        func reasons(_ id: String) -> [String]? {
            definition.figures.first { $0.id == id }?.among.exclusions.map(\.reason)
        }
        let incidents = ["test", "duplicate", "transferred_out", "officer_or_planned"]
        let attended = incidents + ["not_required", "cancelled_before_due"]
        for id in ["A01", "A01.arrival", "A01.first", "A01.final", "A02", "A03", "A05", "A07", "A07.others", "A14"] {
            #expect(reasons(id) == attended + ["at_scene_already"], "\(id)")
        }
        for id in ["A09", "A10", "A12", "A16", "A18", "A22", "A24"] { #expect(reasons(id) == attended, "\(id)") }
        for id in ["A13", "A17", "A19", "A20", "C19", "C20", "C21", "C22", "C23"] {
            #expect(reasons(id) == incidents, "\(id)")
        }
        #expect(reasons("A21") == attended + ["not_applicable"])
    }

    /// A figure that stands for itself may be spelled like another; only its variants are no headline figures.
    @Test func headlineFiguresOfAttendance() throws {
        let figures = try Catalogue.loamshire().figures
        let headline = Set(figures.filter(\.isHeadline).map(\.id))
        #expect(headline.isSuperset(of: ["A01", "A03", "A05", "A07", "A08", "A12", "C19", "C23"]))
        #expect(headline.isDisjoint(with: ["A01b", "A03b", "A03.first", "A07.others", "A12.late", "A15.oldest"]))
        #expect(figures.first { $0.id == "A03" }?.variantOf == nil)
        #expect(figures.first { $0.id == "A03.arrival" }?.variantOf == "A03")
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
