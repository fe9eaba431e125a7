import Charts
import Tables

/// `index.html`: what a chief officer needs on two sheets of paper: where the figures come from, what stands out, and the
/// headline figures.
func indexPage(_ material: PageMaterial, _ rows: FigureRows) -> Page {
    let month = lastFullMonth(material.header.asOf)
    let main = [
        Markup.section("sources", "Sources", sourceStrip(material)),
        Markup.section("figures", "Headline figures, \(month.label)", headlineTable(material, rows, in: month)),
    ].joined
    return Page(
        path: "index.html", title: "Police performance summary",
        period: "Figures for \(month.label), data to \(Period.text(material.header.asOf))", main: main)
}
