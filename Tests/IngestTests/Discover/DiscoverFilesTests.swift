import Definitions
import Foundation
import Tables
import Testing

@testable import Ingest

@Suite struct DiscoverFilesTests {
    private func names(_ folder: InputsFolder, _ source: SourceDefinition) throws -> [String] {
        try discoverFiles(of: source, inputs: folder.path).map(\.name)
    }

    @Test func filesComeByDateThenName() throws {
        let folder = try InputsFolder()
        for name in ["calls_20260901.csv", "calls_20260803.csv.gz", "calls_20260901.csv.corrected"] {
            try folder.write("calls/" + name, "a\n")
        }
        let files = try discoverFiles(of: Sketch.source([], folder: "calls"), inputs: folder.path)
        #expect(
            files.map(\.name) == [
                "calls/calls_20260803.csv.gz", "calls/calls_20260901.csv", "calls/calls_20260901.csv.corrected",
            ])
        #expect(files.map(\.isGzip) == [true, false, false])
        #expect(files.map { $0.exportDate?.description } == ["2026-08-03", "2026-09-01", "2026-09-01"])
        #expect(files.map(\.bytes) == [2, 2, 2])
        #expect(files[0].path == folder.path + "/calls/calls_20260803.csv.gz")
    }

    @Test func hiddenTemporaryAndLockFilesAreNone() throws {
        let folder = try InputsFolder()
        for name in [".calls_20260901.csv", "~$calls_20260901.csv", "calls_20260901.csv.tmp", "other.csv"] {
            try folder.write(name, "a\n")
        }
        try folder.write("calls_20260902.csv/inside.csv", "a\n")
        #expect(try names(folder, Sketch.source([], files: "*calls_{yyyyMMdd}.csv*")) == [])
    }

    @Test func theInputsFolderMayBeALink() throws {
        let folder = try InputsFolder()
        try folder.write("real/calls_20260901.csv", "a\n")
        try folder.link("inputs", to: folder.path + "/real")
        let files = try discoverFiles(of: Sketch.source([]), inputs: folder.path + "/inputs")
        #expect(files.map(\.name) == ["calls_20260901.csv"])
    }

    @Test func linksInsideAreRefused() async throws {
        let folder = try InputsFolder()
        try folder.write("elsewhere.csv", "a\n")
        try folder.link("calls_20260901.csv", to: folder.path + "/elsewhere.csv")
        try folder.link("latest", to: folder.path)
        #expect(
            await thrown { _ = try names(folder, Sketch.source([])) } == [
                """
                calls_20260901.csv: error: the export is a link; links are not followed inside the inputs folder [E0323]
                    help: copy the file itself into the folder
                """
            ])
        #expect(
            await thrown { _ = try names(folder, Sketch.source([], folder: "latest")) } == [
                """
                \(folder.path)/latest: error: `latest` below the inputs folder is a link; links are not followed there [E0323]
                    help: put the folder itself there, or let `inputs` in pipeline.yaml lead to the real place
                """
            ])
    }

    @Test func aMissingFolderSaysWhereItShouldBe() async throws {
        let folder = try InputsFolder()
        #expect(
            await thrown { _ = try names(folder, Sketch.source([], folder: "calls")) } == [
                """
                \(folder.path)/calls: error: the folder `calls` of calls_acd cannot be read: it does not exist [E0510]
                    help: create it and put the exports there, or correct `inputs` in pipeline.yaml or `folder` in \
                sources/calls.yaml
                """
            ])
    }

    @Test func aFolderThatMayNotBeReadSaysSo() {
        let fault = unusableFolder(
            "/srv/exports", source: Sketch.source([]), inputs: "/srv/exports", because: SystemError(number: EACCES))
        #expect(
            fault.description == """
                /srv/exports: error: the inputs folder cannot be read: permission denied [E0810]
                    help: let the account that runs the pipeline list the folder and read its files: chmod u+rx, or its group
                """)
    }

    @Test func twoUndatedFilesAreRefused() async throws {
        let folder = try InputsFolder()
        try folder.write("calls_a.csv", "a\n")
        #expect(try names(folder, Sketch.source([], files: "calls_*.csv")) == ["calls_a.csv"])
        try folder.write("calls_b.csv", "a\n")
        #expect(
            await thrown { _ = try names(folder, Sketch.source([], files: "calls_*.csv")) } == [
                """
                sources/calls.yaml:1: error: 2 files without a date match `calls_*.csv`: `calls_a.csv`, `calls_b.csv`; \
                which one is newer cannot be known [E0324]
                    help: put the export's date into the file names and into the pattern, as in \
                `calls_acd_{yyyyMMdd}.csv*`, or leave one file in the folder
                """
            ])
    }

    @Test func filesOfOneDayArePartsOfOneExport() async throws {
        let folder = try InputsFolder()
        try folder.write("calls_20260901.csv", "a\n")
        try folder.write("calls_20260901.csv.gz", "a\n")
        #expect(
            try names(folder, Sketch.source([], exports: .snapshot)) == [
                "calls_20260901.csv", "calls_20260901.csv.gz",
            ])
    }

    @Test func anImpossibleDateIsSaid() async throws {
        let folder = try InputsFolder()
        try folder.write("calls_20260231.csv", "a\n")
        #expect(
            await thrown { _ = try names(folder, Sketch.source([])) } == [
                """
                calls_20260231.csv: error: the date `20260231` in the file name is not a day of the calendar [E0326]
                    help: rename the file so that `calls_{yyyyMMdd}.csv*` reads the export's date, or move it away
                """
            ])
    }
}
