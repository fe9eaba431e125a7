import Compute
import Definitions
import PipelineRunner
import Reporting
import RunStore
import Tables
import Testing

/// peel.html, quality.html and definitions.html of a force counted by hand.
@Suite("Pages of evidence, quality and definitions")
struct EvidencePagesTests {
    private static let paths = ["peel.html", "quality.html", "definitions.html"]

    private func pages(_ force: EvidenceForce) async throws -> [String: PageText] {
        let report = await force.run()
        try #require(report.failure == [])
        var pages: [String: PageText] = [:]
        for path in Self.paths { pages[path] = PageText(html: try force.folder.text("out/latest/\(path)")) }
        return pages
    }

    @Test("peel.html says of each finding what show --finding says")
    func findings() async throws {
        let force = try EvidenceForce()
        let page = try #require(try await pages(force)["peel.html"])
        let definition = try loadPipeline(folder: "\(force.folder.path)/Pipelines/small")
        let words = page.words
        for inspection in definition.inspections {
            for finding in inspection.findings {
                let rows = try publishedEvidence(inRun: "\(force.folder.path)/out/latest").filter {
                    $0.finding == finding.id
                }
                // The label and the text of each line stand one after the other.
                for line in findingLines(finding, of: inspection, rows, definition) {
                    let parts = line.split(separator: ":", maxSplits: 1).map { $0.drop { $0 == " " } }
                    guard parts.count == 2, !line.contains("pipeline list") else { continue }
                    #expect(words.contains("\(parts[0])\n\(parts[1])"), "\(line)")
                }
            }
        }
        #expect(words.contains("Before\n60.0% (48 of 80), May 2026 (1 month)"))
        #expect(words.contains("Closed\nby The inspectors on 3 Aug 2026, letter of August"))
        #expect(words.contains("Not computed\nnot supplied: "))
    }

    @Test("Each version of a framework says what was read and when, and each question what bears on it")
    func frameworks() async throws {
        let page = try #require(try await pages(EvidenceForce())["peel.html"])
        let definition = try Catalogue.ofForce()
        let words = page.words
        for framework in definition.frameworks {
            #expect(words.contains("read on \(Period.text(framework.read))."))
            for question in framework.questions {
                #expect(words.contains(question.text))
                for gap in question.gaps {
                    #expect(words.contains(gap.what) && words.contains(gap.why) && words.contains(gap.evidence))
                }
            }
        }
        let rows = page.rows(of: "framework-peel-2023-25-responding-to-the-public-table")
        let first = try #require(rows.first { $0.first?.hasPrefix("C01 ") ?? false })
        // The data cover five months: there is no figure of twelve.
        #expect(
            first == [
                "C01 999 calls answered in under 10 seconds", "83.3% (20 of 24)",
                "Too few to judge: 83.3% against 80% (20 of 24).", "[x]",
            ])
    }

    @Test("A force without inspections, benchmarks and exports of most kinds gets sentences")
    func bare() async throws {
        let force = try EvidenceForce()
        try force.folder.write("Pipelines/small/inspections.yaml", "inspections: []\n")
        let all = try await pages(force)
        let peel = try #require(all["peel.html"]).words
        #expect(peel.contains("Small Police declares no inspections: inspections.yaml would hold them."))
        #expect(peel.contains("No benchmark of the same days is supplied: nothing is compared."))
        let quality = try #require(all["quality.html"]).words
        #expect(quality.contains("incidents: no source supplies it"))
        #expect(quality.contains("No rule failed."))
    }

    @Test("The ledger of quality.html is that of the export")
    func ledger() async throws {
        let page = try #require(try await pages(EvidenceForce())["quality.html"])
        #expect(
            page.rows(of: "ledger-table") == [
                ["phones", "1", "161", "1", "160", "0", "0", "0", "0", "0", "0"],
                ["All sources", "1", "161", "1", "160", "0", "0", "0", "0", "0", "0"],
            ])
        #expect(
            page.words.contains(
                "161 records = 1 header + 160 accepted + 0 rejected + 0 superseded + 0 removed + 0 duplicate + 0 skipped "
                    + "+ 0 after the as-of. The counts add up in each of 1 file."))
        #expect(page.words.contains("999-answer at least 80%: our plan"))
    }

    @Test("definitions.html has every figure with the words of show, its SQL, and the force's mapping")
    func definitions() async throws {
        let force = try EvidenceForce()
        let page = try #require(try await pages(force)["definitions.html"])
        let definition = try loadPipeline(folder: "\(force.folder.path)/Pipelines/small")
        let ids = Set(page.ids)
        let words = page.words
        for figure in definition.reportedFigures {
            #expect(ids.contains(figure.id))
            for line in definitionLines(figure, definition, on: CivilDate(year: 2026, month: 9, day: 30)) {
                #expect(words.contains(line.text.split(separator: "\n").first ?? ""), "\(figure.id): \(line.text)")
            }
            #expect(words.contains("SQL of \(figure.id)\n"))
        }
        for name in definition.settings.map(\.name) + definition.standards.map(\.name) { #expect(words.contains(name)) }
        #expect(
            page.rows(of: "mapping-phones-table") == [
                ["call_id", "\u{201C}Id\u{201D}", "an id", "[z]"],
                ["channel", "always \u{201C}999\u{201D}", page.rows(of: "mapping-phones-table")[1][2], "[z]"],
                [
                    "offered_at", "\u{201C}Offered\u{201D}", "a time written yyyy-MM-dd HH:mm:ss, to the second", "[z]",
                ],
                [
                    "answered_at", "\u{201C}Answered\u{201D}", "a time written yyyy-MM-dd HH:mm:ss, to the second",
                    "[z]",
                ],
                ["disposition", "always \u{201C}answered\u{201D}", page.rows(of: "mapping-phones-table")[4][2], "[z]"],
            ])
    }

    @Test("Links lead somewhere, ids stand once, no cell is empty, nothing is claimed")
    func structure() async throws {
        let force = try EvidenceForce()
        let all = try await pages(force)
        let definition = try loadPipeline(folder: "\(force.folder.path)/Pipelines/small")
        let names = Set(definition.reportedFigures.flatMap { [$0.name.lowercased(), $0.id.lowercased()] })
        for path in Self.paths {
            let page = try #require(all[path])
            #expect(Set(page.ids).count == page.ids.count, "\(path)")
            #expect(
                !page.html.contains("<td></td>") && !page.html.contains("<dd></dd>") && !page.html.contains("<li></li>")
            )
            for address in page.addresses {
                let parts = address.split(separator: "#", omittingEmptySubsequences: false)
                let file = parts[0].isEmpty ? path : String(parts[0])
                if file.hasPrefix("kpi/") { continue }
                #expect((try? force.folder.text("out/latest/\(file)")) != nil, "\(path): \(address)")
                if parts.count == 2 {
                    #expect(all[file]?.ids.contains(String(parts[1])) ?? true, "\(path): \(address)")
                }
            }
            // Definitions say what they are about in the words of the field, such as a registrar's approval.
            if path == "definitions.html" { continue }
            for phrase in FindingLinesTests.neverClaimed where phrase != "quality" {
                let found = page.words.lowercased().split(separator: "\n").filter { $0.contains(phrase) }
                #expect(found.filter { line in !names.contains { line.contains($0) } } == [], "\(path): \(phrase)")
            }
        }
    }

    @Test("What a force writes is shown as it stands and becomes no markup")
    func payload() async throws {
        let force = try EvidenceForce()
        let payload = "<script>alert(\"1\")</script>&'"
        try force.folder.write(
            "Pipelines/small/standards.yaml",
            "standards:\n- { id: 999-answer, rule: \">=\", value: 80 %, authority: '<script>alert(\"1\")</script>&''', status: local }\n"
        )
        let all = try await pages(force)
        for page in all.values { #expect(!page.html.contains("<script")) }
        #expect(try #require(all["definitions.html"]).words.contains(payload))
    }
}

private enum Catalogue {
    /// Our own frameworks, which every force has.
    static func ofForce() throws -> PipelineDefinition {
        let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
        return try loadPipeline(folder: "\(root)/Pipelines/loamshire")
    }
}
