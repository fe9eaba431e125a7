import Charts
import Compute
import Definitions
import Tables

/// One version of a framework: what was read of it and when, and for each question the figures that bear on it, those
/// without a value, and what nothing measures.
struct FrameworkSection {
    let framework: Framework
    let material: PageMaterial
    let rows: FigureRows
    let links: FigureLinks
    let month: Period

    /// Apart from those of findings, whose ids a force chooses.
    var anchor: String { "framework-\(framework.id)" }

    func anchor(of question: Framework.Question) -> String {
        "\(anchor)-\(question.id)"
    }

    var markup: Markup {
        var text = Markup.paragraph(
            "Version \(framework.id). Paraphrased from \(framework.source), read on \(Period.text(framework.read)).")
        if let note = framework.note { text.append(.paragraph(note)) }
        if framework.questions.isEmpty { text.append(.paragraph("Nothing of it has been written down yet.")) }
        return .section(anchor, framework.title, text + framework.questions.map(block).joined)
    }

    private func block(_ question: Framework.Question) -> Markup {
        let id = anchor(of: question)
        return .element("h3", ["id": id], Markup(question.text)) + .paragraph("Question \(question.id).")
            + figures(question, id) + gaps(question)
    }

    private func figures(_ question: Framework.Question, _ id: String) -> Markup {
        guard !question.figures.isEmpty else { return .paragraph("No figure bears on it.") }
        var table = HTMLTable(
            id: "\(id)-table", caption: "What bears on it, \(month.label)",
            columns: [.init("KPI"), .init(month.label), .init("Verdict"), .init(year.label)])
        var without: [Markup] = []
        for figure in question.figures {
            let found = standing(of: figure)
            if let reason = found.reason {
                without.append(links.named(figure) + Markup(": \(reason)"))
            } else {
                for row in found.rows { table.add([links.named(figure) + Markup(statistic(row))] + cells(row)) }
            }
        }
        var text = table.count == 0 ? Markup() : table.markup
        if !without.isEmpty {
            text.append(.heading("Without a value", level: 4))
            text.append(.list(without))
        }
        return text
    }

    private func gaps(_ question: Framework.Question) -> Markup {
        guard !question.gaps.isEmpty else { return Markup() }
        let items = question.gaps.map { gap in
            Markup(gap.what)
                + terms([LabelledLine("Why", gap.why), LabelledLine("What would evidence it", gap.evidence)])
        }
        return .heading("What no figure here shows", level: 4) + .element("div", ["class": "gaps"], .list(items))
    }
}

extension FrameworkSection {
    private var year: Period { Period(.rollingTwelveMonths, containing: month.last) }

    /// The rows of a figure that stand for it in the month, or why it has no value.
    private func standing(of id: String) -> (rows: [FigureRow], reason: String?) {
        if let left = material.definition.leftOut.first(where: { $0.id == id }) {
            return ([], "left out, \(left.because)")
        }
        if let found = material.uncomputed.first(where: { $0.kpi == id }) {
            return ([], "\(found.state.words), \(found.because)")
        }
        let found = representatives(rows.totals(of: id, in: month))
        if found.contains(where: { $0.value != nil || $0.statistic == "survival_median" && $0.denominator ?? 0 > 0 }) {
            return (found, nil)
        }
        guard let row = found.first, let figure = figure(id) else { return ([], "no row in \(month.label)") }
        return ([], verdictSentence(row, figure: figure))
    }

    private func cells(_ row: FigureRow) -> [Markup] {
        guard let figure = figure(row.kpi) else { return [] }
        let whole = rows.totals(of: row.kpi, in: year).first { $0.statistic == row.statistic }
        return [
            Markup(shortText(row, figure)), Markup(verdictSentence(row, figure: figure)),
            Markup(whole.map { shortText($0, figure) } ?? notAvailable),
        ]
    }

    /// A value with what it rests on: `88.1% (1,076 of 1,222)`; the statistic stands beside the name.
    private func shortText(_ row: FigureRow, _ figure: FigureDefinition) -> String {
        let value = displayText(row, unit: figure.unit)
        if let survival = survivalText(row, value: value) { return survival }
        let marker = row.state.shorthand.map { " \($0)" } ?? ""
        guard let value else { return row.state.shorthand ?? notAvailable }
        return value + (basisText(row, figure).map { " (\($0))" } ?? "") + marker
    }

    private func statistic(_ row: FigureRow) -> String {
        if let part = partName(row) { return " (\(part), the most frequent)" }
        return ["share", "value", "count"].contains(row.statistic) ? "" : " (\(row.statistic))"
    }

    private func figure(_ id: String) -> FigureDefinition? {
        material.definition.figures.first { $0.id == id }
    }
}

/// Of the values of a mix or of bands the most frequent, which stands for them; every other statistic.
func representatives(_ rows: [FigureRow]) -> [FigureRow] {
    let parts = rows.filter { partName($0) != nil }
    guard let first = parts.first else { return rows }
    let most = parts.dropFirst().reduce(first) { ($1.value ?? 0) > ($0.value ?? 0) ? $1 : $0 }
    return rows.filter { partName($0) == nil } + [most]
}
