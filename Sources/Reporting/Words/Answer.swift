package import Compute
package import Definitions
import Tables

/// The four questions that every figure must answer: how many, out of how many, what was left out, and says who.
package struct Answer: Sendable, Hashable {
    package let howMany: String
    package let outOf: String
    package let leftOut: String
    package let saysWho: String

    /// `sides` are the two figures of a ratio, which say what is counted for each of what.
    package init(
        _ row: FigureRow, figure: FigureDefinition, standards: [StandardDefinition],
        exclusions: [(reason: String, count: Int)], sides: [FigureDefinition] = []
    ) {
        self.init(
            row, figure: figure, authorities: Authorities(of: figure, standards: standards), exclusions: exclusions,
            sides: sides)
    }

    /// The same for one row of many, whose figure's authorities have been put into words once.
    init(
        _ row: FigureRow, figure: FigureDefinition, authorities: Authorities,
        exclusions: [(reason: String, count: Int)], sides: [FigureDefinition]
    ) {
        howMany = Answer.howMany(row, figure, sides)
        outOf = Answer.outOf(row)
        leftOut = Answer.leftOut(row, exclusions)
        saysWho = authorities.text(on: row.period.first)
    }

    /// The answer as lines for a reader.
    package var lines: [String] {
        [
            "How many:        \(howMany)", "Out of how many: \(outOf)", "Left out:        \(leftOut)",
            "Says who:        \(saysWho)",
        ]
    }

    private static func howMany(_ row: FigureRow, _ figure: FigureDefinition, _ sides: [FigureDefinition]) -> String {
        let value = displayText(row, unit: figure.unit)
        if let survival = survivalText(row, value: value) { return survival }
        guard let value else { return "no value (\(row.state.words))" }
        if let hits = hits(row) {
            return (partName(row).map { "\($0): " } ?? "") + "\(groupedText(hits)) (\(value))"
        }
        guard let count = row.numerator.flatMap({ Int(exactly: $0) }), let denominator = row.denominator else {
            return "\(value) (\(row.statistic))"
        }
        if case .per = figure.measure, let basis = basisText(row, figure) {
            return "\(value) (\(row.statistic) \(basis))"
        }
        guard figure.measure.isForEach(figure.times) else { return "\(value) (\(row.statistic))" }
        let words = sides.map { " \($0.unit.word)" }
        return "\(groupedText(count))\(words.first ?? "") for \(groupedText(denominator))"
            + "\(words.count == 2 ? words[1] : ""): \(value)"
    }

    private static func outOf(_ row: FigureRow) -> String {
        guard let denominator = row.denominator else { return "not known" }
        let considered = row.considered.map { "; \(groupedText($0)) considered" } ?? ""
        let where_ = row.dimension == "all" ? "" : ", \(row.dimension) = \(row.member)"
        return "\(groupedText(denominator)) in \(row.period.label)\(where_)\(considered)"
    }

    private static func leftOut(_ row: FigureRow, _ exclusions: [(reason: String, count: Int)]) -> String {
        guard let missing = row.missing, let notDue = row.notDue, let excluded = row.excluded else {
            return "not known"
        }
        var text =
            "missing \(groupedText(missing)), not yet due \(groupedText(notDue)), excluded \(groupedText(excluded))"
        let reasons = exclusions.filter { $0.count > 0 }.map { "\($0.reason) \(groupedText($0.count))" }
        if !reasons.isEmpty { text += " (\(reasons.joined(separator: ", ")))" }
        if let against = row.notEvidenced, against > 0 {
            text += "; \(groupedText(against)) without evidence counted against"
        }
        return text
    }
}

extension FigureRow.State {
    /// The state as it reads in a sentence.
    package var words: String {
        switch self {
        case .ok: "complete"
        case .part: "part of the period only"
        case .immature: "immature"
        case .empty: "nothing to measure"
        case .notSupplied: "not supplied"
        case .notComputable: "not computable"
        case .leftOut: "left out"
        case .suppressed: "suppressed"
        }
    }
}

extension Measure {
    /// Whether the value is so many for each hundred or each one of what it is set against.
    fileprivate func isForEach(_ times: Int) -> Bool {
        switch self {
        case .ratioOf: true
        case .mean: times > 1
        case .count, .countPerHour, .share, .sum, .quantiles, .bands, .difference, .mix, .per, .survival: false
        }
    }
}
