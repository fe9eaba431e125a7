import Definitions
import Tables

/// Who says that a figure is measured as it is, and against what: the same words for all periods that one level of its
/// standard is in force for.
struct Authorities {
    private let standard: StandardDefinition?
    /// By level.
    private let texts: [String]
    private let withoutLevel: String

    init(of figure: FigureDefinition, standards: [StandardDefinition]) {
        let standard = figure.standard.flatMap { name in standards.first { $0.name == name } }
        let others = Authorities.others(of: figure)
        self.standard = standard
        texts =
            standard.map { standard in
                standard.levels.map { "\(Authorities.words(standard, $0, unit: figure.unit)); \(others)" }
            } ?? []
        withoutLevel = others
    }

    func text(on day: CivilDate) -> String {
        standard?.place(on: day).map { texts[$0] } ?? withoutLevel
    }

    private static func words(
        _ standard: StandardDefinition, _ level: StandardDefinition.Level, unit: Unit
    ) -> String {
        let value = levelText(level.value, unit: unit)
        let upper = level.upper.map { " to \(levelText($0, unit: unit))" } ?? ""
        return "standard \(standard.name) \(standard.rule.rawValue) \(value)\(upper), "
            + "\(level.status.rawValue): \(level.authority)"
    }

    /// Its clock, its definition and the force's change of it.
    private static func others(of figure: FigureDefinition) -> String {
        var parts: [String] = []
        if let clock = figure.clock { parts.append("clock: \(clock)") }
        parts.append("definition \(figure.id) of \(figure.owner), hash \(figure.hash)")
        if let change = figure.change {
            parts.append(
                "changed by \(change.by) on \(change.on) (\(change.fields.joined(separator: ", "))): \(change.because)")
        }
        return parts.joined(separator: "; ")
    }
}
