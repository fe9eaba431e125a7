import Charts
import Compute
import Definitions
import Tables

extension FigurePage {
    /// What the figure is, in the words of its definition.
    var definitionTerms: Markup {
        var pairs: [(term: String, description: Markup)] = []
        func add(_ term: String, _ text: String?) {
            if let text, !text.isEmpty { pairs.append((term, Markup(text))) }
        }
        let parts = definition.parts(of: figure)
        if parts.isEmpty {
            add("Rows of", "\(figure.table), by the period of \(figure.period)")
            add("Denominator: rows where", figure.amongText.isEmpty ? "every row counts" : figure.amongText)
        } else {
            add("Made of", parts.map { "\($0.id) \($0.name)" }.joined(separator: "; "))
        }
        add("Numerator or measure", figure.measureText)
        add("Left out, in this order", exclusionWords)
        if parts.isEmpty {
            add("A missing value", figure.missing == .miss ? "counts against the force" : "is left out")
        }
        add("Better", figure.better == .none ? "neither way" : figure.better.rawValue)
        add("Clock", figure.clock)
        add("Basis", figure.basis)
        add("Target and its source", standardWords)
        add("Known breaks", breakWords)
        add("Periods left out by the force", excludedWords)
        add("PEEL question", questionWords)
        add("Findings of inspections", findingWords)
        add("Note", figure.note)
        add("Local change", figure.change.map { "by \($0.by) on \($0.on): \($0.because)" })
        pairs.append(
            (
                "Everything else",
                Markup.link(
                    "definition of \(figure.id), with its settings and its SQL", to: "../definitions.html#\(figure.id)")
                    + Markup("; owner \(figure.owner), hash \(figure.hash)")
            ))
        return .terms(pairs)
    }

    private var exclusionWords: String {
        let reasons = figure.among.exclusions.map(\.reason)
        return reasons.isEmpty ? "nothing" : reasons.joined(separator: ", ")
    }

    private var standardWords: String {
        guard let name = figure.standard, let standard = definition.standards.first(where: { $0.name == name }) else {
            return "none"
        }
        let levels = standard.levels.map { level in
            let upper = level.upper.map { " to \(levelText($0, unit: figure.unit))" } ?? ""
            let from = level.from.map { " from \(Period.text($0))" } ?? ""
            let until = level.until.map { " until the day before \(Period.text($0))" } ?? ""
            let value = levelText(level.value, unit: figure.unit)
            return
                "\(standard.rule.rawValue) \(value)\(upper)\(from)\(until), \(level.status.rawValue): \(level.authority)"
        }
        return "\(name)\(standard.isAim ? ", an aim and never judged" : ""): " + levels.joined(separator: "; ")
    }

    private var breakWords: String {
        let found = definition.breaks(of: figure).map { found in
            "\(Period.text(found.on)): \(found.label) (\(found.authority))"
                + (found.isRebased ? "; limits begin anew" : "")
        }
        return found.isEmpty ? "none declared" : found.joined(separator: "; ")
    }

    private var excludedWords: String {
        let found = definition.excludedPeriods(of: figure).map {
            "\(daysText($0.first, $0.last)): \($0.reason) (\($0.authority))"
        }
        return found.isEmpty ? "none" : found.joined(separator: "; ")
    }

    private var questionWords: String {
        let found = definition.frameworks.flatMap { framework in
            framework.questions.filter { $0.figures.contains(figure.id) || $0.id == figure.question }.map {
                "\($0.id) of \(framework.title): \($0.text)"
            }
        }
        return found.isEmpty ? "none of the frameworks held here" : found.joined(separator: "; ")
    }

    private var findingWords: String {
        let found = definition.inspections.flatMap { inspection in
            inspection.findings.filter { $0.figures.contains(figure.id) }.map {
                "\($0.id) (\(inspection.title)\(inspection.isFictional ? ", fictional" : ""))"
            }
        }
        return found.isEmpty ? "none" : found.joined(separator: "; ")
    }
}
