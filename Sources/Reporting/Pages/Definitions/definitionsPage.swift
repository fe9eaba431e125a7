import Charts
import Compute
import Definitions
import SQLPrinting
import Tables

/// `definitions.html`: every figure, setting, standard and mapping in plain English with its SQL, written from the YAML
/// that is published beside it.
func definitionsPage(_ material: PageMaterial, _ reach: FaultReach) -> Page {
    let definition = material.definition
    let links = FigureLinks(material)
    let sql = SQLWords(definition)
    let sections: [(id: String, title: String, content: Markup)] = [
        ("figures", "Figures", figureSections(material, reach, links, sql)),
        ("settings", "Settings", settingSection(definition)),
        ("standards", "Standards", standardSection(definition, links)),
        ("rows", "Tables of fixed rows", referenceSection(definition, on: material.header.asOf)),
        ("days", "Breaks, spans left out, holidays", calendarSection(definition, links)),
        ("mappings", "How the exports are read", mappingSection(definition)),
        ("tables", "Tables that figures count in", tableSection(definition, sql)),
        ("checks", "Quality rules", checkSection(definition)),
    ]
    let contents = Markup.element(
        "nav", ["class": "contents", "aria-label": "On this page"],
        .list(sections.map { .link($0.title, to: "#\($0.id)") }))
    return Page(
        path: "definitions.html", title: "Definitions",
        period: "As they were used for the figures to \(Period.text(material.header.asOf))",
        main: Markup.paragraph(
            "Written from the YAML files in definitions/ of this run. The words are those of pipeline show. SQL runs over "
                + "the tables that pipeline tables writes; what figures share stands once, with its table.")
            + contents + sections.map { Markup.section($0.id, $0.title, $0.content) }.joined)
}

/// The SQL of a run's definitions in its parts, or why there is none.
struct SQLWords {
    private let figures: [String: String]
    private let views: [String: String]
    /// What stands before every statement, and the days that each canonical table covers.
    let shared: String
    /// Why the definitions cannot be printed as SQL; nothing where they can.
    let fault: String?

    init(_ definition: PipelineDefinition) {
        do {
            let parts = try printSQLParts(definition)
            figures = Dictionary(parts.figures.map { ($0.kpi, $0.text) }) { first, _ in first }
            views = Dictionary(parts.views.map { ($0.table, $0.text) }) { first, _ in first }
            shared = ([parts.header] + parts.coverage.map(\.text)).joined(separator: "\n\n")
            fault = nil
        } catch {
            (figures, views, shared) = ([:], [:], "")
            fault = (error as? Diagnostic)?.message ?? "\(error)"
        }
    }

    func statement(of figure: String) -> Markup {
        block(figures[figure], of: figure, summary: "SQL of \(figure)")
    }

    func view(of table: String) -> Markup {
        block(views[table], of: table, summary: "SQL of \(table)")
    }

    var sharedBlock: Markup {
        block(fault == nil ? shared : nil, of: "every figure", summary: "SQL that every figure shares")
    }

    private func block(_ text: String?, of what: String, summary: String) -> Markup {
        guard let text else {
            return .paragraph(fault.map { "No SQL: \($0)." } ?? "No SQL: it is not computed.")
        }
        return disclosure(
            summary,
            .element("pre", ["tabindex": "0", "role": "region", "aria-label": "SQL of \(what)"], Markup(text)))
    }
}
