import Definitions
import PipelineRunner
import Reporting
import RunStore
import Tables
import Testing

@Suite("A published run, rendered again")
struct RenderAgainTests {
    private struct Published {
        let force: EvidenceForce
        let publication: Publication
        let definition: PipelineDefinition
        let run: (asOf: String, run: String)

        init() async throws {
            force = try EvidenceForce()
            let report = await force.run()
            try #require(report.failure == [])
            publication = Publication(output: "\(force.folder.path)/out")
            run = try #require(publication.latest)
            definition = try loadPipeline(
                folder: "\(force.folder.path)/Pipelines/small",
                overrides: FolderOverrides(
                    inputs: nil, output: "\(force.folder.path)/out", state: "\(force.folder.path)/state"))
        }

        var path: String { publication.folder(asOf: run.asOf, run: run.run) }

        func render() throws -> RenderedAgain { try renderAgain(run, in: publication, like: definition) }

        func tree() throws -> [String: [UInt8]] {
            var found: [String: [UInt8]] = [:]
            for file in FileTree.files(in: path) { found[file] = try System.read("\(path)/\(file)") }
            return found
        }
    }

    @Test("the same bytes, and nothing is rewritten")
    func same() async throws {
        let published = try await Published()
        let before = try published.tree()
        let done = try published.render()
        #expect(done.written == 0)
        #expect(done.removed == 0)
        #expect(done.unchanged == before.keys.count { isRendered($0) })
        #expect(try published.tree() == before)
    }

    @Test("what was deleted or altered among the pages comes back, what does not belong there goes")
    func mended() async throws {
        let published = try await Published()
        let before = try published.tree()
        try FileTree.remove("\(published.path)/peel-kpis.xlsx")
        try replaceFile("\(published.path)/index.html", Array("altered".utf8), mode: 0o640)
        try replaceFile("\(published.path)/old.html", Array("of another program".utf8), mode: 0o640)
        let done = try published.render()
        #expect([done.written, done.removed] == [2, 1])
        #expect(try published.tree() == before)
    }

    @Test("data that are not what they were are named, and nothing is written", arguments: [0, 1, 2])
    func altered(_ way: Int) async throws {
        let published = try await Published()
        try FileTree.remove("\(published.path)/peel-kpis.xlsx")
        let path = "\(published.path)/\(way == 2 ? "definitions/small/more.yaml" : "kpis.csv")"
        switch way {
        case 0: try replaceFile(path, try System.read(path) + [10], mode: 0o640)
        case 1: try FileTree.remove(path)
        default: try System.create(path, Array("kpis: []\n".utf8), mode: 0o640)
        }
        let before = try published.tree()
        let fault = ["is not what it was when it was published", "is missing", "was not published with the run"][way]
        let expected = Diagnostic(
            code: "E0493", "\(path) \(fault)",
            help: "nothing was written; restore the run's folder from a copy, or publish it anew with pipeline run")
        #expect(throws: expected) { try published.render() }
        #expect(try published.tree() == before)
    }

    @Test("every table has its metadata, whose columns are those of its header")
    func metadata() async throws {
        let published = try await Published()
        for table in publishedTables {
            var reader = TableReader(try System.read("\(published.path)/\(table.path)"))
            #expect(reader.header == table.names)
            #expect(table.key.allSatisfy { table.names.contains($0) })
            while reader.next() { #expect(reader.record.count == table.names.count) }
            let text = String(decoding: try System.read("\(published.path)/\(table.path)-metadata.json"), as: UTF8.self)
            for name in table.names { #expect(text.contains("\"name\": \"\(name)\"")) }
        }
    }
}
