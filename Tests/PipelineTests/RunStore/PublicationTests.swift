import RunStore
import Tables
import Testing

@Suite("Publishing: all of a run or none of it")
struct PublicationTests {
    private let files: [(path: String, bytes: [UInt8])] = [
        ("results.csv", Array("a\r\n".utf8)), ("definitions/peel/kpis/calls.yaml", Array("kpis: []\n".utf8)),
    ]

    @Test("a run appears under its day and id, with modes, and latest leads to it")
    func publish() throws {
        let folder = try TemporaryFolder()
        let publication = Publication(output: "\(folder.path)/out")
        try publication.prepare()
        #expect(publication.latest == nil)
        #expect(try publication.publish(files, asOf: "2026-09-30", run: "3f9a1c2b0d41") == .published)
        #expect(try folder.text("out/latest/results.csv") == "a\r\n")
        #expect(try folder.text("out/2026-09-30/3f9a1c2b0d41/definitions/peel/kpis/calls.yaml") == "kpis: []\n")
        #expect(System.target(ofLink: "\(folder.path)/out/latest") == "2026-09-30/3f9a1c2b0d41")
        #expect(publication.latest?.run == "3f9a1c2b0d41")
        #expect(try System.mode(of: "\(folder.path)/out") == 0o750)
        #expect(try System.mode(of: "\(folder.path)/out/2026-09-30/3f9a1c2b0d41/definitions") == 0o750)
        #expect(try System.mode(of: "\(folder.path)/out/latest/results.csv") == 0o640)
        #expect(System.names(in: "\(folder.path)/out") == ["2026-09-30", "latest"])
    }

    @Test("the same run id is up to date: nothing is rewritten, and latest comes back to it")
    func again() throws {
        let folder = try TemporaryFolder()
        let publication = Publication(output: folder.path)
        _ = try publication.publish(files, asOf: "2026-09-30", run: "aaaaaaaaaaaa")
        _ = try publication.publish(files, asOf: "2026-10-01", run: "bbbbbbbbbbbb")
        #expect(publication.latest?.run == "bbbbbbbbbbbb")
        #expect(
            try publication.publish([("results.csv", Array("other".utf8))], asOf: "2026-09-30", run: "aaaaaaaaaaaa")
                == .upToDate)
        #expect(try folder.text("2026-09-30/aaaaaaaaaaaa/results.csv") == "a\r\n")
        #expect(publication.latest?.run == "aaaaaaaaaaaa")
    }

    @Test("what killed runs left is removed at the next start, and nothing else")
    func leftovers() throws {
        let folder = try TemporaryFolder()
        let publication = Publication(output: folder.path)
        _ = try publication.publish(files, asOf: "2026-09-30", run: "aaaaaaaaaaaa")
        try folder.write(".building-99999-cccccccccccc/definitions/x", "half")
        try folder.write(".status.json-99999", "half")
        try System.makeLink(to: "2026-09-30/cccccccccccc", at: "\(folder.path)/.latest-99999")
        try folder.write(".htaccess", "theirs")
        try publication.prepare()
        #expect(System.names(in: folder.path) == [".htaccess", "2026-09-30", "latest"])
        #expect(publication.latest?.run == "aaaaaaaaaaaa")
    }

    @Test("a file that cannot be created leaves no half of the run behind, and latest as it was")
    func failure() throws {
        let folder = try TemporaryFolder()
        let publication = Publication(output: folder.path)
        _ = try publication.publish(files, asOf: "2026-09-30", run: "aaaaaaaaaaaa")
        let name = String(repeating: "n", count: 300)
        #expect(throws: Diagnostic.self) {
            _ = try publication.publish(files + [(name, [])], asOf: "2026-10-01", run: "bbbbbbbbbbbb")
        }
        #expect(System.names(in: folder.path) == ["2026-09-30", "latest"])
        #expect(publication.latest?.run == "aaaaaaaaaaaa")
    }

    @Test("a file is replaced whole, with its mode, and no other file is left")
    func replace() throws {
        let folder = try TemporaryFolder()
        try replaceFile("\(folder.path)/status.json", Array("one".utf8), mode: 0o640)
        try replaceFile("\(folder.path)/status.json", Array("two".utf8), mode: 0o640)
        #expect(try folder.text("status.json") == "two")
        #expect(try System.mode(of: "\(folder.path)/status.json") == 0o640)
        #expect(System.names(in: folder.path) == ["status.json"])
    }
}
