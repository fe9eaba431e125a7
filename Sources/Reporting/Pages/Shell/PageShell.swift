import Charts
import Crypto
import FoundationEssentials
import Mustache
import Tables

/// Puts the marking, the navigation, the stylesheet and what is known of the run around every page.
package struct PageShell: Sendable {
    private let template: MustacheTemplate
    private let header: PageMaterial.Header
    private let style: String
    private let styleHash: String

    package init(_ header: PageMaterial.Header) throws {
        template = try MustacheTemplate(string: shellTemplate)
        self.header = header
        style = pageStyle(marking: header.marking)
        styleHash = Data(SHA256.hash(data: Array(style.utf8))).base64EncodedString()
    }

    package func file(_ page: Page) -> RenderedFile {
        RenderedFile(path: page.path, bytes: Array(template.render(values(page)).utf8))
    }

    /// Everything that the template names.
    func values(_ page: Page) -> [String: Any] {
        [
            "force": header.force,
            "marking": header.marking,
            "style": style,
            "styleHash": styleHash,
            "title": page.title,
            "period": page.period,
            "main": page.main.text,
            "navigation": navigation.map { entry -> [String: Any] in
                [
                    "address": page.root + entry.path, "label": entry.label,
                    "isCurrent": entry.path == page.path,
                ]
            },
            "legend": "Shorthand: "
                + shorthandLegend.map { "\($0.letters) \($0.meaning)" }.joined(separator: "; ") + ".",
            "facts": facts.map { ["term": $0.0, "description": $0.1] },
        ]
    }

    /// What a reader needs to find the run again.
    private var facts: [(String, String)] {
        [
            ("Data to", Period.text(header.asOf)), ("Run", header.run), ("Fingerprint begins", header.run),
            ("Program", "pipeline \(header.programVersion)"), ("Profile", header.profile.rawValue),
            ("Marking", header.marking),
            ("Rendered from", "the tables and records of this folder; run.json has the whole fingerprint"),
        ]
    }
}

/// The pages that every page leads to.
private let navigation = [
    (path: "index.html", label: "Summary"), (path: "peel.html", label: "Inspection questions"),
    (path: "quality.html", label: "Data quality"), (path: "definitions.html", label: "Definitions"),
]
