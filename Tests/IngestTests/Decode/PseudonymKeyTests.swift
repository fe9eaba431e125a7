import Testing

@testable import Ingest

@Suite struct PseudonymKeyTests {
    @Test func aKeyIsKnownByItsHash() async throws {
        let folder = try InputsFolder()
        let bytes = (0..<32).map { UInt8($0) }
        try folder.write("pseudonym.key", bytes)
        try folder.setMode(0o400, of: "pseudonym.key")
        // sha256 of the bytes 00 to 1f, as coreutils prints it.
        #expect(try PseudonymKey.load(folder.path + "/pseudonym.key").id == "630dcd29")
    }

    @Test func aMissingKeySaysHowToMakeOne() async throws {
        let folder = try InputsFolder()
        let path = folder.path + "/pseudonym.key"
        #expect(
            await thrown { _ = try PseudonymKey.load(path) } == [
                """
                \(path): error: there is no pseudonym key; a column of type pseudonym needs one [E0291]
                    help: make one with: (umask 077; head -c 32 /dev/urandom > \(path))
                """
            ])
    }

    @Test func aKeyThatOthersCanReadIsRefused() async throws {
        let folder = try InputsFolder()
        let path = folder.path + "/pseudonym.key"
        try folder.write("pseudonym.key", Array(repeating: 1, count: 32))
        try folder.setMode(0o640, of: "pseudonym.key")
        #expect(
            await thrown { _ = try PseudonymKey.load(path) } == [
                """
                \(path): error: the pseudonym key can be read by others (mode 640); 400 or 600 was expected [E0293]
                    help: chmod 600 \(path); if others may have read it, make a new key: all pseudonyms then change
                """
            ])
    }

    @Test func aShortKeyIsRefused() async throws {
        let folder = try InputsFolder()
        let path = folder.path + "/pseudonym.key"
        try folder.write("pseudonym.key", Array(repeating: 1, count: 8))
        try folder.setMode(0o600, of: "pseudonym.key")
        #expect(
            await thrown { _ = try PseudonymKey.load(path) } == [
                """
                \(path): error: the pseudonym key has 8 bytes; at least 32 were expected [E0294]
                    help: make one with: (umask 077; head -c 32 /dev/urandom > \(path))
                """
            ])
    }
}
