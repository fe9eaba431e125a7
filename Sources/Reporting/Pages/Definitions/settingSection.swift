import Charts
import Definitions
import Tables

/// Every dated value of every setting, with who says so.
func settingSection(_ definition: PipelineDefinition) -> Markup {
    guard !definition.settings.isEmpty else { return .paragraph("No setting is defined.") }
    var table = HTMLTable(
        id: "setting-table", caption: "Settings",
        columns: [
            .init("Setting"), .init("Value", isNumber: true), .init("From"), .init("Who says so"), .init("Status"),
        ])
    for setting in definition.settings {
        for value in setting.values {
            let owner = value.isLocal ? "local" : "ours"
            table.add([
                setting.name, setting.text(of: value), value.from.map(Period.text) ?? "the beginning", value.authority,
                value.isVerified ? owner : "\(owner), unverified",
            ])
        }
    }
    return table.markup
}

/// Every dated level of every standard, with who says so and the figures that are held against it.
func standardSection(_ definition: PipelineDefinition, _ links: FigureLinks) -> Markup {
    guard !definition.standards.isEmpty else { return .paragraph("No standard is defined.") }
    var table = HTMLTable(
        id: "standard-table", caption: "Standards",
        columns: [
            .init("Standard"), .init("Level"), .init("From"), .init("Until, not on"), .init("Status"),
            .init("Who says so"), .init("Figures"),
        ])
    for standard in definition.standards {
        let unit = definition.unit(of: standard)
        let figures = figureList(definition.figures.filter { $0.standard == standard.name }.map(\.id), links)
        for level in standard.levels {
            let status = level.status.rawValue + (standard.isAim ? ", an aim and never judged" : "")
            table.add([
                Markup(standard.name), Markup(levelWords(level, of: standard, unit: unit)),
                Markup(level.from.map(Period.text) ?? "the beginning"),
                Markup(level.until.map(Period.text) ?? "further notice"), Markup(status), Markup(level.authority),
                figures,
            ])
        }
    }
    return .paragraph("An unverified standard is one whose source has not been read; a reference is never judged.")
        + table.markup
}

/// `at least 90%`, `at most 30 seconds`, `from 10% to 20%`.
func levelWords(_ level: StandardDefinition.Level, of standard: StandardDefinition, unit: Unit?) -> String {
    func text(_ value: Double) -> String { unit.map { levelText(value, unit: $0) } ?? decimalText(value) }
    switch standard.rule {
    case .atLeast: return "at least \(text(level.value))"
    case .atMost: return "at most \(text(level.value))"
    case .above: return "above \(text(level.value))"
    case .below: return "below \(text(level.value))"
    case .between: return "from \(text(level.value)) to \(text(level.upper ?? level.value))"
    }
}

extension PipelineDefinition {
    /// The unit of the figures that are held against a standard; nothing where no figure is.
    func unit(of standard: StandardDefinition) -> Unit? {
        figures.first { $0.standard == standard.name }?.unit
    }
}
