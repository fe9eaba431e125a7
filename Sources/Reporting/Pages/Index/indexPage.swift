import Charts
import Compute
import Definitions
import Tables

/// `index.html`: what a chief officer needs on two sheets of paper: where the figures come from, what stands out, and the
/// headline figures.
func indexPage(_ material: PageMaterial, _ rows: FigureRows) -> Page {
    let month = lastFullMonth(material.header.asOf)
    let headlines = HeadlineFigure.all(material, rows, in: month)
    let main = [
        Markup.section("sources", "Sources", sourceStrip(material)),
        Markup.section(
            "exceptions", "Exceptions, \(month.label)", exceptionList(runExceptions(material, headlines, in: month))),
        Markup.section(
            "figures", "Headline figures, \(month.label)",
            headlineTable(headlines)),
        commentarySection(material, in: month),
    ].joined
    return Page(
        path: "index.html", title: "Police performance summary",
        period: "Figures for \(month.label), data to \(Period.text(material.header.asOf))", main: main)
}

/// What people of the force say of figures, as long as its period is not over.
private func commentarySection(_ material: PageMaterial, in month: Period) -> Markup {
    let missing = Set(material.uncomputed.map(\.kpi))
    let figures = Set(material.definition.figures.map(\.id))
    let comments = material.definition.commentary.filter {
        $0.isCurrent(in: month) && figures.contains($0.kpi) && !missing.contains($0.kpi)
    }
    guard !comments.isEmpty else { return Markup() }
    return .section(
        "commentary", "Commentary",
        .list(
            comments.map { comment in
                Markup.link(comment.kpi, to: figurePath(comment.kpi))
                    + Markup(", \(comment.period.label): \(comment.text) (\(comment.by), \(Period.text(comment.on)))")
            }))
}

extension Comment {
    /// Whether its period holds the page's month: afterwards it has expired.
    func isCurrent(in month: Period) -> Bool {
        period.first <= month.first && month.last <= period.last
    }
}
