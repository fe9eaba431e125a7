import Charts
import Compute
import Definitions
import Tables

/// `peel.html`: what the figures say of each finding of the force's inspections and of each question that inspectors ask,
/// and what nothing here measures.
func peelPage(_ material: PageMaterial, _ rows: FigureRows) -> Page {
    let month = lastFullMonth(material.header.asOf)
    let links = FigureLinks(material)
    let definition = material.definition
    let frameworks = definition.frameworks.map {
        FrameworkSection(framework: $0, material: material, rows: rows, links: links, month: month)
    }
    let sections = [
        Markup.section("findings", "Findings of the force's inspections", findingsSection(material, links)),
        Markup.section("comparisons", "Beside what others published", comparisonSection(material, links)),
    ]
    let questions =
        frameworks.isEmpty
        ? Markup.section(
            "frameworks", "Questions of inspection frameworks",
            .paragraph(
                "\(definition.force) has no framework among its definitions: a file in frameworks/ of ours holds one."))
        : frameworks.map(\.markup).joined
    let main =
        Markup.paragraph(
            "Each figure says what the exports record, by its own definition. None of them judges the force, and before "
                + "and after say nothing of why. Figures are of \(month.label), the newest whole month, and of the twelve "
                + "months to its end.")
        + contents(definition, frameworks) + sections.joined + questions
    return Page(
        path: "peel.html", title: "Inspection findings and questions",
        period: "Figures for \(month.label), data to \(Period.text(material.header.asOf))", main: main)
}

/// Where to find what on the page.
private func contents(_ definition: PipelineDefinition, _ frameworks: [FrameworkSection]) -> Markup {
    let inspections = definition.inspections.map { inspection in
        Markup.link(inspection.title, to: "#\(findingAnchor(inspection.id))")
            + Markup(": ")
            + inspection.findings.map { Markup.link($0.id, to: "#\(findingAnchor($0.id))") }.listed
    }
    let findings = Markup.link("Findings of the force's inspections", to: "#findings")
    let items =
        [inspections.isEmpty ? findings : findings + .list(inspections)]
        + [Markup.link("Beside what others published", to: "#comparisons")]
        + (frameworks.isEmpty ? [Markup.link("Questions of inspection frameworks", to: "#frameworks")] : [])
        + frameworks.map { section in
            Markup.link(section.framework.title, to: "#\(section.anchor)")
                + .list(section.framework.questions.map { .link($0.text, to: "#\(section.anchor(of: $0))") })
        }
    return .element("nav", ["class": "contents", "aria-label": "On this page"], .list(items))
}
