import Definitions
import PipelineRunner
import Reporting
import RunStore
import Tables
import Testing

/// index.html and the pages of KPIs of a force counted by hand.
@Suite("The summary and the pages of KPIs")
struct PageTests {
    private static let commentary = """
        commentary:
        - { kpi: C01, period: 2026-09, by: Head of Contact, on: 2026-10-05, text: "Said <script>alert('x')</script>." }
        - { kpi: C01, period: 2026-08, by: Head of Contact, on: 2026-09-04, text: Long past. }
        """

    private func published(_ force: EvidenceForce) async throws -> [String: PageText] {
        let report = await force.run()
        try #require(report.failure == [])
        var pages: [String: PageText] = [:]
        for (path, bytes) in try force.folder.contents() {
            guard path.hasPrefix("out/2026"), path.hasSuffix(".html") else { continue }
            let inside = path.split(separator: "/").dropFirst(3).joined(separator: "/")
            pages[inside] = PageText(html: String(decoding: bytes, as: UTF8.self))
        }
        return pages
    }

    @Test("Every page has a policy, a marking, a footer and one style, and nothing that runs")
    func shell() async throws {
        let pages = try await published(EvidenceForce())
        #expect(pages.keys.contains("index.html") && pages.keys.contains("kpi/C01.html"))
        for (path, page) in pages {
            let html = page.html.lowercased()
            for forbidden in ["<script", " style=", "javascript:", "src=\"http", "<link", "@import", "<iframe"] {
                #expect(!html.contains(forbidden), "\(path): \(forbidden)")
            }
            #expect(html.split(separator: "<style").count == 2, "\(path)")
            #expect(html.contains("<html lang=\"en-gb\">") && html.contains("default-src &#39;none&#39;") == false)
            #expect(html.contains("default-src 'none'; style-src 'sha256-"), "\(path)")
            #expect(Set(page.ids).count == page.ids.count, "\(path)")
            for fact in ["Data to\n30 Sep 2026", "OFFICIAL", "Small Police", "Shorthand: "] {
                #expect(page.words.contains(fact), "\(path): \(fact)")
            }
            for empty in ["<td></td>", "<th></th>", "<td class=\"n\"></td>", "<dd></dd>", "<li></li>", ">NaN", ">nan"] {
                #expect(!page.html.contains(empty), "\(path): \(empty)")
            }
        }
    }

    @Test("Every link leads to a page of the run, and to a place in it")
    func links() async throws {
        let force = try EvidenceForce()
        let pages = try await published(force)
        for (path, page) in pages {
            for address in page.addresses where !address.hasPrefix("https://") {
                let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                var file = String(parts[0])
                if path.hasPrefix("kpi/"), !file.isEmpty {
                    file = file.hasPrefix("../") ? String(file.dropFirst(3)) : "kpi/\(file)"
                }
                if file.isEmpty { file = path }
                guard file.hasSuffix(".html") else {
                    #expect((try? force.folder.text("out/latest/\(file)")) != nil, "\(path): \(address)")
                    continue
                }
                let target = try #require(pages[file], "\(path): \(address)")
                if parts.count == 2 { #expect(target.ids.contains(String(parts[1])), "\(path): \(address)") }
            }
        }
    }

    @Test("A KPI's page answers the four questions in the words of explain, and its table has every month")
    func figure() async throws {
        let page = try #require(try await published(EvidenceForce())["kpi/C01.html"])
        #expect(page.words.contains("Too few to judge: 83.3% against 80% (20 of 24)."))
        #expect(page.words.contains("How many\n20 (83.3%)"))
        #expect(page.words.contains("Out of how many\n24 in Sep 2026; 24 considered"))
        #expect(page.words.contains("Left out\nmissing 0, not yet due 0, excluded 0"))
        #expect(page.words.contains("Says who\nstandard 999-answer >= 80%, local: our plan; "))
        let months = page.rows(of: "months-table")
        #expect(months.map { $0[0] } == ["Sep 2026", "Aug 2026", "Jul 2026", "Jun 2026", "May 2026"])
        #expect(months.map { $0[2] } == ["20", "18", "18", "5", "48"])
        #expect(months.map { $0[3] } == ["24", "22", "24", "10", "80"])
        // Too few months for twelve: limits are on trial, and the chart says so.
        #expect(page.words.contains("trial limits"))
    }

    @Test("A comment stands on the summary while its period lasts, on the KPI's page for ever, as text")
    func commentary() async throws {
        let force = try EvidenceForce()
        try force.folder.write("Pipelines/small/commentary.yaml", Self.commentary)
        let pages = try await published(force)
        let index = try #require(pages["index.html"])
        let figure = try #require(pages["kpi/C01.html"])
        #expect(index.words.contains("Said <script>alert('x')</script>. (Head of Contact, 5 Oct 2026)"))
        #expect(!index.words.contains("Long past."))
        #expect(figure.words.contains("Sep 2026, by Head of Contact on 5 Oct 2026\nSaid <script>alert('x')</script>."))
        #expect(figure.words.contains("Aug 2026, by Head of Contact on 4 Sep 2026\nLong past."))
        for page in pages.values { #expect(!page.html.contains("<script")) }
    }

    @Test("The summary names its exceptions, or says that there are none")
    func exceptions() async throws {
        let force = try EvidenceForce()
        let index = try #require(try await published(force)["index.html"])
        #expect(index.words.contains("No exceptions: no headline figure has a special cause in the month; "))
        let other = try EvidenceForce()
        // 48 + 5 + 18 + 18 + 20 calls in time are far below 99%, and 30 rows are needed: a month of 80 has them.
        let lines = EvidenceForce.calls.split(separator: "\n").filter { $0.hasPrefix("Id") || $0.hasPrefix("5-") }
        try other.folder.write("in/calls_20260531.csv", lines.joined(separator: "\n") + "\n")
        let report = await runPipeline(
            RunRequest(folder: "\(other.folder.path)/Pipelines/small", asOf: CivilDate("2026-05-31"), jobs: 2))
        #expect(report.failure.isEmpty)
        let may = PageText(html: try other.folder.text("out/latest/index.html"))
        #expect(may.words.contains("Standard not met: 1"))
        #expect(
            may.words.contains("C01 999 calls answered in under 10 seconds\n: Not met: 60.0% against 80% (48 of 80)."))
    }
}
