import Compute
import Definitions
import Tables

/// What one statistic of a figure says of a finding, one line for each thing.
struct FindingWords {
    let row: FindingRow
    let figure: FigureDefinition
    let definition: PipelineDefinition

    /// The figure's name with the statistic that this is about.
    var title: String {
        ["share", "value"].contains(row.statistic) ? figure.name : "\(figure.name) (\(row.statistic))"
    }

    /// Why there are no figures, as a sentence's end; nothing where there are.
    var notComputed: String? {
        guard let state = row.since?.row.state, [.notSupplied, .notComputable, .leftOut].contains(state) else {
            return nil
        }
        return state.words
    }

    var lines: [LabelledLine] {
        if let notComputed {
            return [LabelledLine("Not computed:", "\(notComputed). pipeline list --unmeasurable says why.")]
        }
        let inside =
            [LabelledLine("Before:", spanText(row.baseline, missing: "the data begin too late"))]
            + [LabelledLine("Since:", spanText(row.since, missing: "no whole month yet"))]
            + [differenceLine, monthsLine, variationLine, unknownLine].compactMap { $0 }
        return inside + excludedLines
    }

    private func spanText(_ span: FindingRow.Span?, missing: String) -> String {
        guard let span, span.months > 0 else { return "nothing to measure: \(missing)" }
        let months = span.months == 1 ? "1 month" : "\(span.months) months"
        return "\(figureText(span.row, figure)), \(span.row.period.label) (\(months))"
    }

    /// How much it moved, with all that may have moved it without anything having changed in the same sentence.
    private var differenceLine: LabelledLine? {
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
        return LabelledLine("Difference:", ([text] + flags).joined(separator: "; "))
    }

    private var monthsLine: LabelledLine? {
        guard let met = row.monthsMet, let since = row.since, let level = levelText else { return nil }
        let newest =
            switch row.monthsSustained {
            case nil: ""
            case 0: "; not the newest"
            case 1: "; the newest is one of them, the one before it is not"
            case let count?: "; the newest \(count) in a row"
            }
        return LabelledLine("Months:", "\(met) of \(since.months) \(level)\(newest)")
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

    private var variationLine: LabelledLine? {
        guard !row.variation.isEmpty else { return nil }
        var text = "the newest month is \(row.variation)"
        switch row.assurance {
        case "pass": text += "; as the months vary, all of them would be there"
        case "fail": text += "; as the months vary, none of them would be there"
        case "hit or miss": text += "; as the months vary, chance decides which are there"
        default: break
        }
        return LabelledLine("Variation:", text)
    }

    private var unknownLine: LabelledLine? {
        guard let lowest = row.since?.row.lowest, let highest = row.since?.row.highest, lowest != highest else {
            return nil
        }
        let ends = [lowest, highest].map { displayText($0, unit: figure.unit) }
        return LabelledLine("Unknown rows:", "allow \(ends[0]) to \(ends[1]) since")
    }

    /// Spans that the force leaves out, beside what the figure would be with them.
    private var excludedLines: [LabelledLine] {
        [(row.baseline, "before"), (row.since, "since")].compactMap { span, when in
            span.flatMap { $0.months > 0 ? excludedSentence($0.row, figure: figure, definition) : nil }.map {
                LabelledLine("Left out \(when):", $0)
            }
        }
    }
}
