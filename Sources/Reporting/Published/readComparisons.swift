package import Compute
import Tables

/// The lines of `comparisons.csv` as they were computed.
package func readComparisons(_ bytes: [UInt8]) -> [ComparisonRow] {
    var table = TableReader(bytes)
    var rows: [ComparisonRow] = []
    while table.next() {
        if let row = comparison(table) { rows.append(row) }
    }
    return rows
}

private func comparison(_ table: TableReader) -> ComparisonRow? {
    func words(_ name: String) -> String { table.words(table.column(name)) }
    func number(_ name: String) -> Double? { table.number(table.column(name)) }
    guard let first = CivilDate(words("period_start")), let last = CivilDate(words("period_end")),
        let period = Period.span(from: first, to: last)
    else { return nil }
    let (kpi, statistic, name) = (words("kpi"), words("statistic"), words("benchmark"))
    var own = FigureRow(kpi: kpi, statistic: statistic, period: period, dimension: "all", member: "all")
    own.value = number("own_value")
    own.numerator = number("own_numerator")
    own.denominator = table.integer(table.column("own_denominator"))
    let forces = table.integer(table.column("forces")) ?? 0
    let isGroup = name == ComparisonRow.Benchmark.mostSimilarAverage(forces: 0).name
    return ComparisonRow(
        kpi: kpi, statistic: statistic, period: period, own: own,
        benchmark: isGroup ? .mostSimilarAverage(forces: forces) : .row(force: name), value: number("value"),
        numerator: number("numerator"), denominator: number("denominator"), difference: number("difference"),
        lower: number("lower"), upper: number("upper"), basis: words("their_basis"), source: words("source"))
}
