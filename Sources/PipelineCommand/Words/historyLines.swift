import Compute
import Definitions
import Reporting
import RunStore
import Tables

/// What was said of a figure, newest period first, each period's sayings in the order in which they came.
func historyLines(_ said: [SaidFigure], _ figure: FigureDefinition, isOnePeriod: Bool) -> [String] {
    var lines = ["\(figure.id) \(figure.name): what published runs said, and when"]
    for (period, sayings) in newest(said, isOnePeriod: isOnePeriod) {
        lines.append(period.label)
        var statistics: [String] = []
        for one in sayings where !statistics.contains(one.figure.key.statistic) {
            statistics.append(one.figure.key.statistic)
        }
        for statistic in statistics {
            let mine = sayings.filter { $0.figure.key.statistic == statistic }
            let shown = isOnePeriod ? mine[...] : mine.suffix(5)
            if shown.count < mine.count {
                let count = mine.count - shown.count
                lines.append("  (\(count) earlier; --period \(period.id) shows all)")
            }
            lines += shown.map { "  \(sayingText($0, figure, period))" }
        }
    }
    return lines
}

/// All of one period, or the newest twelve months, of the figure's first number only where it has many.
private func newest(_ said: [SaidFigure], isOnePeriod: Bool) -> [(period: Period, sayings: [SaidFigure])] {
    var byPeriod: [Period: [SaidFigure]] = [:]
    for one in said {
        guard let period = Period(parsing: one.figure.key.period) else { continue }
        if isOnePeriod || period.kind == .month { byPeriod[period, default: []].append(one) }
    }
    let periods = byPeriod.keys.sorted { $0.first > $1.first }
    return (isOnePeriod ? periods[...] : periods.prefix(12)).map { ($0, byPeriod[$0] ?? []) }
}

private func sayingText(_ said: SaidFigure, _ figure: FigureDefinition, _ period: Period) -> String {
    let when =
        said.published.flatMap { CivilDate(String($0.prefix(10))) }
        .map { "said on \(Period.text($0)) by" } ?? "said by"
    let place = "\(when) run \(said.asOf)/\(said.run)"
    if said.figure.state == KeptFigure.absent { return "no longer among the figures, \(place)" }
    let row = keptRow(said.figure, period)
    let verdict = said.figure.verdict.isEmpty ? "" : ", \(said.figure.verdict.replacing("_", with: " "))"
    return "\(figureText(row, figure))\(verdict): \(place)"
}

/// A kept figure as a line of results, for the words that are made from those.
func keptRow(_ kept: KeptFigure, _ period: Period) -> FigureRow {
    var row = FigureRow(
        kpi: kept.key.kpi, statistic: kept.key.statistic, period: period, dimension: "all", member: "all")
    row.value = kept.value
    row.numerator = kept.numerator
    row.denominator = kept.denominator
    row.state = FigureRow.State(rawValue: kept.state) ?? .empty
    row.verdict = FigureRow.Verdict(rawValue: kept.verdict)
    return row
}

/// The last attempts, newest first.
func attemptLines(_ attempts: [KeptAttempt]) -> [String] {
    let rows = attempts.map { attempt in
        [
            attempt.started, attempt.ended ?? "", attempt.asOf ?? "", attempt.outcome.replacing("_", with: " "),
            attempt.exitCode.map { "\($0)" } ?? "", attempt.run ?? "", attempt.message ?? "",
        ]
    }
    return textTable(
        header: ["started", "ended", "as-of", "outcome", "exit", "run", "message"], rows: rows, numeric: [4])
}
