import Compute
import Definitions
import Tables

/// What one statistic of a figure says of a finding, one line for each thing.
struct FindingWords {
    let row: FindingRow
    let figure: FigureDefinition
    let definition: PipelineDefinition

    var lines: [String] {
        if let state = row.since?.row.state, [.notSupplied, .notComputable, .leftOut].contains(state) {
            return ["Not computed: \(state.words). pipeline list --unmeasurable says why."]
        }
        let inside =
            ["Before:          \(spanText(row.baseline, missing: "the data begin too late"))"]
            + ["Since:           \(spanText(row.since, missing: "no whole month yet"))"]
            + [differenceLine, monthsLine, variationLine, unknownLine].compactMap { $0 }
        return inside + excludedLines
    }

    private func spanText(_ span: FindingRow.Span?, missing: String) -> String {
        guard let span, span.months > 0 else { return "nothing to measure: \(missing)" }
        let months = span.months == 1 ? "1 month" : "\(span.months) months"
        return "\(figureText(span.row, figure)), \(span.row.period.label) (\(months))"
    }

    /// How much it moved, with all that may have moved it without anything having changed in the same sentence.
    private var differenceLine: String? {
        guard let difference = row.difference else { return nil }
        let unit = figure.unit == .percent ? Unit.number(of: "points") : figure.unit
        let size = displayText(abs(difference), unit: unit)
        var text = difference == 0 ? "none" : "\(size) \(difference > 0 ? "higher" : "lower") after than before"
        if let lower = row.lower, let upper = row.upper {
            let ends = [lower, upper].map { displayText($0, unit: unit) }
            text += " (95% interval \(ends[0]) to \(ends[1]))"
        }
        var flags = [(row.baseline, "before"), (row.since, "since")].compactMap { span, when in
            span?.row.state == .immature ? "the time \(when) is not final" : nil
        }
        if let first = row.baseline?.row.period.first, let last = row.since?.row.period.last {
            for change in definition.breaks(of: figure) where change.on > first && change.on <= last {
                flags.append("the series breaks on \(Period.text(change.on)), \(change.label) (\(change.authority))")
            }
        }
        return "Difference:      " + ([text] + flags).joined(separator: "; ")
    }

    private var monthsLine: String? {
        guard let met = row.monthsMet, let since = row.since, let level = levelText else { return nil }
        let newest =
            switch row.monthsSustained {
            case nil: ""
            case 0: "; not the newest"
            case 1: "; the newest is one of them, the one before it is not"
            case let count?: "; the newest \(count) in a row"
            }
        return "Months:          \(met) of \(since.months) \(level)\(newest)"
    }

    /// `at or above 90% (national)`.
    private var levelText: String? {
        guard let name = figure.standard, let standard = definition.standards.first(where: { $0.name == name }),
            let first = row.since?.row.period.first, let level = standard.level(on: first)
        else { return nil }
        let value = Reporting.levelText(level.value, unit: figure.unit)
        let place =
            switch standard.rule {
            case .atLeast: "at or above \(value)"
            case .atMost: "at or below \(value)"
            case .above: "above \(value)"
            case .below: "below \(value)"
            case .between: "from \(value) to \(Reporting.levelText(level.upper ?? level.value, unit: figure.unit))"
            }
        return "\(place) (\(level.status.rawValue))"
    }

    private var variationLine: String? {
        guard !row.variation.isEmpty else { return nil }
        var text = "the newest month is \(row.variation)"
        switch row.assurance {
        case "pass": text += "; as the months vary, all of them would be there"
        case "fail": text += "; as the months vary, none of them would be there"
        case "hit or miss": text += "; as the months vary, chance decides which are there"
        default: break
        }
        return "Variation:       \(text)"
    }

    private var unknownLine: String? {
        guard let lowest = row.since?.row.lowest, let highest = row.since?.row.highest, lowest != highest else {
            return nil
        }
        let ends = [lowest, highest].map { displayText($0, unit: figure.unit) }
        return "Unknown rows:    allow \(ends[0]) to \(ends[1]) since"
    }

    /// Spans that the force leaves out, beside what the figure would be with them.
    private var excludedLines: [String] {
        [(row.baseline, "before: "), (row.since, "since:  ")].compactMap { span, when in
            span.flatMap { $0.months > 0 ? excludedSentence($0.row, figure: figure, definition) : nil }.map {
                "Left out \(when)\($0)"
            }
        }
    }
}
