import RunStore
import Tables
import Testing

@testable import Reporting

@Suite("Files that come in pieces")
struct PieceFileTests {
    @Test("Pieces from several tasks in any order make the same file, with its checksum", arguments: [0, 3, 11])
    func order(first: Int) async throws {
        let folder = try TemporaryFolder()
        let publication = Publication(output: folder.path)
        let run = try publication.begin(asOf: "2026-09-30", run: "aaaaaaaaaaaa")
        let files = RunFiles(in: run)
        let file = try files.begin("tables/big.csv")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<50 {
                // Seven and fifty have no divisor in common: each place comes once.
                let place = (number * 7 + first) % 50
                group.addTask { try file.add(Array("piece \(place)\n".utf8), at: place) }
            }
            try await group.waitForAll()
        }
        try files.end(file)
        try files.add(RenderedFile(path: "small.txt", bytes: Array("small".utf8)))
        try files.addChecksums()
        try publication.publish(run)
        let text = (0..<50).map { "piece \($0)\n" }.joined()
        #expect(try folder.text("latest/tables/big.csv") == text)
        #expect(
            try folder.text("latest/SHA256SUMS")
                == "\(sha256Text(Array("small".utf8)))  small.txt\n\(sha256Text(Array(text.utf8)))  tables/big.csv\n")
        #expect(files.size.files == 3)
    }

    @Test("Numbers without a piece are passed over, and what is abandoned leaves nothing behind")
    func gaps() throws {
        let folder = try TemporaryFolder()
        let publication = Publication(output: folder.path)
        let run = try publication.begin(asOf: "2026-09-30", run: "bbbbbbbbbbbb")
        let files = RunFiles(in: run)
        let file = try files.begin("gaps.csv")
        for place in [5, 0, 2] { try file.add(Array("\(place) ".utf8), at: place) }
        try files.end(file)
        let building = try #require(System.names(in: folder.path).first)
        #expect(try folder.text("\(building)/gaps.csv") == "0 2 5 ")
        publication.abandon(run)
        #expect(System.names(in: folder.path).isEmpty)
    }
}
