import Testing

@testable import Definitions

/// Where our definitions are looked for, by where the program lies.
struct InstallationTests {
    @Test func theShareBesideTheProgramComesFirst() {
        #expect(
            Installation.sharedFolders(ofProgram: "/usr/local/bin/pipeline") { $0 == "/usr/local/share/pipeline" }
                == ["/usr/local/share/pipeline", "/usr/share/pipeline"])
    }

    @Test func thePackagesOwnProgramHasOneFolder() {
        #expect(Installation.sharedFolders(ofProgram: "/usr/bin/pipeline") { _ in true } == ["/usr/share/pipeline"])
    }

    @Test func aProgramThatWasNeverInstalledHasThePackagesOnly() {
        #expect(
            Installation.sharedFolders(ofProgram: "/home/a/.build/release/pipeline") { _ in false }
                == ["/usr/share/pipeline"])
        #expect(Installation.sharedFolders(ofProgram: nil) { _ in true } == ["/usr/share/pipeline"])
    }
}
