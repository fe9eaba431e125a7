import Charts
import Foundation
import Tables
import Testing

@testable import Reporting

/// What stands around every page.
@Suite("Page shell")
struct ShellTests {
    private func shell(_ force: String = "Loamshire Police") throws -> PageShell {
        let day = try #require(CivilDate("2026-09-30"))
        return try PageShell(
            PageMaterial.Header(
                force: force, marking: "OFFICIAL", asOf: day, run: "0123456789ab", programVersion: "0.1.0",
                profile: .internal))
    }

    private let page = Page(
        path: "kpi/C01.html", title: "C01 & <b>others</b>", period: "Sep 2026", main: .paragraph("<i>Words</i>"))

    @Test("every tag of the template has a value, and only the program's own markup is not escaped")
    func everyTagResolves() throws {
        let values = try shell().values(page)
        var names: Set<String> = []
        for part in shellTemplate.split(separator: "{{").dropFirst() {
            let name = part.prefix { $0 != "}" }
            if name.hasPrefix("{") { #expect(["{styleHash", "{style", "{main"].contains(name), "\(name)") }
            names.insert(String(name.drop { "{#^/".contains($0) }))
        }
        let inside: Set = ["address", "label", "isCurrent", "term", "description"]
        #expect(names.subtracting(inside).isSubset(of: Set(values.keys)))
        #expect(names.isSuperset(of: inside))
        #expect(Set(values.keys).isSubset(of: names))
    }

    @Test("words are escaped, markup is not, and links lead out of a page's folder")
    func rendered() throws {
        let text = String(decoding: try shell("A \"&\" <Police>").file(page).bytes, as: UTF8.self)
        #expect(text.contains("<h1>C01 &amp; &lt;b&gt;others&lt;/b&gt;</h1>"))
        #expect(text.contains("<p>&lt;i&gt;Words&lt;/i&gt;</p>"))
        #expect(!text.contains("<Police>"))
        #expect(text.contains("<a href=\"../index.html\">Summary</a>"))
        #expect(!text.contains("{{"))
        let summary = Page(path: "index.html", title: "t", period: "p", main: Markup())
        let index = String(decoding: try shell().file(summary).bytes, as: UTF8.self)
        #expect(index.contains("<a href=\"index.html\" aria-current=\"page\">Summary</a>"))
    }

    @Test("the policy names the style by its hash, before the style")
    func policy() throws {
        let text = String(decoding: try shell().file(page).bytes, as: UTF8.self)
        let policy = try #require(text.range(of: "style-src 'sha256-"))
        let style = try #require(text.range(of: "<style>\(pageStyle(marking: "OFFICIAL"))</style>"))
        #expect(policy.upperBound < style.lowerBound)
        #expect(text.contains("@top-center{content:\"OFFICIAL\""))
        #expect(pageStyle(marking: "A\"}</").contains("content:\"A\\22 \\7d \\3c \\2f \""))
        #expect(!pageStyle.contains("<") && !pageStyle.contains("url("))
    }

    @Test("colours have the contrast that readers need, in both schemes", arguments: [lightColours, darkColours])
    func contrast(_ colours: Colours) throws {
        let token = Dictionary(uniqueKeysWithValues: colours.map { ($0.key, $0.value) })
        let paper = try #require(token["paper"])
        for name in ["text", "quiet", "link"] {
            #expect(ratio(try #require(token[name]), paper) >= 4.5, "\(name)")
        }
        for name in ["line", "focus"] { #expect(ratio(try #require(token[name]), paper) >= 3, "\(name)") }
    }

    @Test("a table has a caption, headers with their scope, and no empty cell")
    func table() {
        var table = HTMLTable(
            id: "t", caption: "A & B", columns: [.init("Month"), .init("Value", isNumber: true)])
        table.add(["<Sep>", ""])
        #expect(
            table.markup.text
                == "<div class=\"scroll\" role=\"region\" aria-labelledby=\"t\" tabindex=\"0\"><table>"
                + "<caption id=\"t\">A &amp; B</caption><thead><tr><th scope=\"col\">Month</th>"
                + "<th scope=\"col\" class=\"n\">Value</th></tr></thead><tbody><tr>"
                + "<th scope=\"row\">&lt;Sep&gt;</th><td class=\"n\">[z]</td></tr></tbody></table></div>")
    }

    /// Contrast of two colours by WCAG 2.2.
    private func ratio(_ one: String, _ other: String) -> Double {
        let lights = [luminance(one), luminance(other)].sorted()
        return (lights[1] + 0.05) / (lights[0] + 0.05)
    }

    private func luminance(_ colour: String) -> Double {
        let number = Int(colour.dropFirst(), radix: 16) ?? 0
        let parts = [number >> 16 & 255, number >> 8 & 255, number & 255].map { part -> Double in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
