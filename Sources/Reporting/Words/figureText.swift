package import Compute
package import Definitions

/// A figure in the space of a clause: `88.1% (1,076 of 1,222)`, `median 8 seconds (n = 1,222)`.
package func figureText(_ row: FigureRow, _ figure: FigureDefinition) -> String {
    let value = displayText(row, unit: figure.unit)
    if let survival = survivalText(row, value: value) { return survival }
    guard let value else { return "no value (\(row.state.words))" }
    let state = row.state == .ok ? "" : ", \(row.state.words)"
    guard let basis = basisText(row, figure) else { return value + state }
    let name = row.statistic == "share" ? "" : "\(row.statistic) "
    return "\(name)\(value) (\(basis))\(state)"
}

/// The same period and member by a figure's other clocks and definitions, one line each, with what sets it apart.
package func companionLines(_ rows: [FigureRow], _ definition: PipelineDefinition) -> [String] {
    guard !rows.isEmpty else { return [] }
    return ["By another clock or definition:"]
        + rows.compactMap { row in
            definition.figures.first { $0.id == row.kpi }.map { figure in
                let clock = figure.clock.map { "; clock: \($0)" } ?? ""
                return "  \(figure.id) \(figureText(row, figure)): \(figure.name)\(clock)"
            }
        }
}

/// What the choice of clock does over the rows that both clocks can tell, one line for each companion and statistic.
package func clockLines(_ clocks: [ClockComparison], _ definition: PipelineDefinition) -> [String] {
    let lines = clocks.flatMap { clock in
        zip(clock.own, clock.other).compactMap { own, other -> String? in
            guard let mine = definition.figures.first(where: { $0.id == own.kpi }),
                let theirs = definition.figures.first(where: { $0.id == other.kpi }),
                let rows = own.denominator, rows > 0, let first = displayText(own, unit: mine.unit),
                let second = displayText(other, unit: theirs.unit)
            else { return nil }
            let statistic = own.statistic == "share" ? "" : "\(own.statistic) "
            return "  \(groupedText(rows)) rows: \(statistic)\(first) by \(mine.id), \(second) by \(theirs.id)"
        }
    }
    return lines.isEmpty ? [] : ["Where both clocks are known:"] + lines
}

/// The two shares of a difference or the two counts of a ratio, one line each.
package func sideLines(_ rows: [FigureRow], _ definition: PipelineDefinition) -> [String] {
    let labels = rows.first?.statistic == "share" ? ["Of:", "Less:"] : ["Counted:", "For each of:"]
    return zip(labels, rows).compactMap { label, row in
        definition.figures.first { $0.id == row.kpi }.map { figure in
            let padding = String(repeating: " ", count: 17 - label.count)
            return "\(label)\(padding)\(figure.id) \(figureText(row, figure)): \(figure.name)"
        }
    }
}
