import Expressions
import Tables

/// Shares are percentages, durations have a unit of time, and everything else counts something.
@Sendable func checkUnits(_ checked: Checked, findings: Findings) {
    for item in checked.figures where item.isMeasured {
        guard let place = item.fields["unit"]?.location else { continue }
        let unit = item.figure.unit
        let help: String
        switch item.figure.measure {
        case .share, .bands, .mix:
            if unit == .percent { continue }
            help = "write `unit: percent`"
        case .survival:
            if unit == .days { continue }
            help = "write `unit: days`"
        case .ratioOf where item.figure.times == 100 && unit == .percent: continue
        case .count, .countPerHour, .per, .ratioOf:
            if case .number = unit { continue }
            help = "say what is counted, such as `unit: calls`"
        case .difference:
            if unit == .number(of: "points") { continue }
            help = "write `unit: points`"
        case .mean(let value), .sum(let value), .quantiles(of: let value, _):
            if value.type == .duration {
                if [.seconds, .minutes, .hours, .days].contains(unit) { continue }
                help = "write seconds, minutes, hours or days"
            } else {
                if case .number = unit { continue }
                help = "say what the number counts, such as `unit: legs`"
            }
        }
        findings.error(.unit, "the unit `\(unit.word)` does not suit the measure", at: place, help: help)
    }
}
