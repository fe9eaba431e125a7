import Charts
import Definitions
import Tables

/// `quality.html`: where every record went, what the rules found, which links lead nowhere, how new the exports are, and
/// what each fault does to which figure.
func qualityPage(_ material: PageMaterial, _ rows: FigureRows, _ reach: FaultReach) -> Page {
    let links = FigureLinks(material)
    let sections: [(id: String, title: String, content: Markup)] = [
        ("first", "What to look at first", firstSection(material, links, reach)),
        ("ledger", "Where every record went", ledgerSection(material)),
        ("gates", "Gates", gateSection(material)),
        ("rules", "Rules", ruleSection(material)),
        ("links", "Links that lead nowhere", linkSection(material)),
        ("labels", "Labels that no mapping knows", labelSection(material)),
        ("freshness", "How new the exports are", freshnessSection(material)),
        ("effects", "What each fault does to which figure", effectSection(material, reach, links)),
        ("bounds", "What unknown rows allow", boundsSection(material, rows, links)),
        ("changes", "Local changes to definitions", changesSection(material, links)),
        ("absent", "Left out and not supplied", absentSection(material, links)),
        ("messages", "Everything that was noticed", messageSection(material)),
    ]
    let contents = Markup.element(
        "nav", ["class": "contents", "aria-label": "On this page"],
        .list(sections.map { .link($0.title, to: "#\($0.id)") }))
    return Page(
        path: "quality.html", title: "Data quality",
        period: "Exports read for the figures to \(Period.text(material.header.asOf))",
        main: contents + sections.map { Markup.section($0.id, $0.title, $0.content) }.joined)
}

/// `1 record`, `12 records`.
func counted(_ number: Int, _ what: String) -> String {
    "\(groupedText(number)) \(what)\(number == 1 ? "" : "s")"
}
