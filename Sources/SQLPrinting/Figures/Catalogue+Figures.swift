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

    /// The same figure with the rows of excluded periods; nothing where none are left out.
    func withExcluded(_ figure: FigureDefinition) -> FigureDefinition? {
        definition.excludedPeriods(of: figure).isEmpty
            ? nil : figure.withoutExcludedPeriods(of: definition.calendar)
    }

    /// Whether a period, given with its days, overlaps an excluded period of one of the figures.
    func overlaps(_ figures: [FigureDefinition], _ alias: String) -> String {
        var spans: [String] = []
        for span in figures.flatMap(definition.excludedPeriods) {
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
