package import Compute
import Reporting
import RunStore
import Tables

/// What a published run says of a figure beside benchmarks: read from its `comparisons.csv`, nothing is computed again.
package func publishedComparisons(of kpi: String, inRun folder: String) throws -> [ComparisonRow] {
    guard System.kind(of: "\(folder)/comparisons.csv") != nil else { return [] }
    let table = readTable(try System.read("\(folder)/comparisons.csv"))
    return table.records.compactMap { record in
        guard record.count == table.header.count else { return nil }
        let cells = Dictionary(zip(table.header, record)) { first, _ in first }
        return cells["kpi"] == kpi ? comparison(kpi, cells) : nil
    }
}

private func comparison(_ kpi: String, _ cells: [String: String]) -> ComparisonRow? {
    func number(_ name: String) -> Double? { cells[name].flatMap { Double($0) } }
    guard let statistic = cells["statistic"], let first = cells["period_start"].flatMap({ CivilDate($0) }),
        let last = cells["period_end"].flatMap({ CivilDate($0) }), let period = Period.span(from: first, to: last),
        let name = cells["benchmark"]
    else { return nil }
    var own = FigureRow(kpi: kpi, statistic: statistic, period: period, dimension: "all", member: "all")
    own.value = number("own_value")
    own.numerator = number("own_numerator")
    own.denominator = cells["own_denominator"].flatMap { Int($0) }
    let isGroup = name == ComparisonRow.Benchmark.mostSimilarAverage(forces: 0).name
    return ComparisonRow(
        kpi: kpi, statistic: statistic, period: period, own: own,
        benchmark: isGroup ? .mostSimilarAverage(forces: Int(number("forces") ?? 0)) : .row(force: name),
        value: number("value"), numerator: number("numerator"), denominator: number("denominator"),
        difference: number("difference"), lower: number("lower"), upper: number("upper"),
        basis: cells["their_basis"] ?? "", source: cells["source"] ?? "")
}
