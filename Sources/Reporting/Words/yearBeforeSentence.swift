package import Compute
package import Definitions
import Statistics
import Tables

/// A month beside the same month a year before, as a sentence: what it was, how far it lies from it, and what makes the
/// two hard to set beside each other. It says nothing of why.
package func yearBeforeSentence(_ found: YearBefore, figure: FigureDefinition) -> String {
    let unit = figure.unit == .percent ? Unit.number(of: "points") : figure.unit
    guard let before = found.before, let text = displayText(before, unit: figure.unit) else {
        return "The same month a year before has no value."
    }
    var parts = ["A year before, \(before.period.label): \(text)"]
    if let difference = found.difference {
        let size = displayText(abs(difference.value), unit: unit)
        var change =
            difference.value == 0
            ? "no difference" : "\(size) \(difference.value > 0 ? "higher" : "lower") now than then"
        if let lower = difference.interval?.lower, let upper = difference.interval?.upper {
            change += " (95% interval \(displayText(lower, unit: unit)) to \(displayText(upper, unit: unit)))"
        }
        parts.append(change)
        if found.row.state == .immature { parts.append("\(found.row.period.label) is not final") }
    } else {
        parts.append("no difference, because one of the two months is not whole or has no value")
    }
    for change in found.breaks {
        parts.append("the series breaks on \(Period.text(change.on)), \(change.label) (\(change.authority))")
    }
    return parts.joined(separator: "; ") + "."
}
