import Definitions
import Expressions
import Tables

extension Catalogue {
    func figure(_ id: String, for other: FigureDefinition) throws -> FigureDefinition {
        guard let found = definition.figures.first(where: { $0.id == id }) else {
            throw PrintingFault.notPrintable("\(other.id), whose figure \(id) is not there,")
        }
        return found
    }

    /// Spans of the force's calendar whose rows a figure leaves out.
    func excludedPeriods(of figure: FigureDefinition) -> [CalendarDefinition.ExcludedPeriod] {
        definition.calendar.excluded.filter { $0.figures.contains(figure.id) }
    }

    /// The same figure with those rows; nothing where none are left out.
    func withExcluded(_ figure: FigureDefinition) -> FigureDefinition? {
        let reasons = excludedPeriods(of: figure).map { "excluded_" + $0.id.replacing("-", with: "_") }
        return reasons.isEmpty ? nil : figure.without(reasons: reasons)
    }

    /// Whether a period, given with its days, overlaps such a span of one of the figures.
    func overlaps(_ figures: [FigureDefinition], _ alias: String) -> String {
        var spans: [String] = []
        for span in figures.flatMap(excludedPeriods) {
            let text =
                "(\(alias).\"first_day\" <= \(span.last.days) \(remark("\(span.last)"))"
                + " and \(alias).\"last_day\" >= \(span.first.days) \(remark("\(span.first)")))"
            if !spans.contains(text) { spans.append(text) }
        }
        return spans.joined(separator: " or ")
    }

    /// The percentage of unfinished rows above which a period is immature: that in force on its first day.
    func immatureAbove(on day: String) -> String {
        guard let setting = settings["immature_above"], let first = setting.values.first else { return "10" }
        func text(_ value: SettingDefinition.Value) -> String {
            "\(literalText(value.value, setting.type)) \(remark("setting.immature_above"))"
        }
        if setting.values.count == 1 { return text(first) }
        let later = setting.values.dropFirst().reversed().map { value in
            "when \(day) >= \(value.from?.days ?? 0) \(remark(value.from?.description ?? "")) then \(text(value))"
        }
        return "case \(later.joined(separator: " ")) else \(text(first)) end"
    }
}
