package import Compute
import RunStore
import Tables

/// What a published run says of the findings of inspections: read from its `findings.csv`, nothing is computed again.
package func publishedEvidence(inRun folder: String) throws -> [FindingRow] {
    guard System.kind(of: "\(folder)/findings.csv") != nil else { return [] }
    let table = readTable(try System.read("\(folder)/findings.csv"))
    return table.records.compactMap { record in
        guard record.count == table.header.count else { return nil }
        return PublishedFinding(cells: Dictionary(zip(table.header, record)) { first, _ in first }).row
    }
}

/// One record of `findings.csv`.
private struct PublishedFinding {
    let cells: [String: String]

    var row: FindingRow? {
        guard let inspection = cells["inspection"], let finding = cells["finding"], let kpi = cells["kpi"],
            let statistic = cells["statistic"]
        else { return nil }
        return FindingRow(
            inspection: inspection, finding: finding, kpi: kpi, statistic: statistic, baseline: span("baseline"),
            since: span("since"), difference: number("difference"), lower: number("lower"), upper: number("upper"),
            monthsMet: number("months_met").map { Int($0) },
            monthsSustained: number("months_sustained").map { Int($0) }, variation: cells["variation"] ?? "",
            assurance: cells["assurance"] ?? "")
    }

    private func number(_ name: String) -> Double? { cells[name].flatMap { Double($0) } }

    /// Nothing where the record says nothing of the span, not even why.
    private func span(_ side: String) -> FindingRow.Span? {
        let state = cells["\(side)_state"].flatMap { FigureRow.State(rawValue: $0) }
        let ends = ["from", "to"].compactMap { cells["\(side)_\($0)"].flatMap { CivilDate($0) } }
        let day = cells["inspection_on"].flatMap { CivilDate($0) }
        let months = number("\(side)_months").map { Int($0) } ?? 0
        guard months > 0 || state != nil,
            let period = ends.count == 2
                ? Period.span(from: ends[0], to: ends[1]) : day.map({ Period(.month, containing: $0) })
        else { return nil }
        var row = FigureRow(
            kpi: cells["kpi"] ?? "", statistic: cells["statistic"] ?? "", period: period, dimension: "all",
            member: "all")
        row.value = number("\(side)_value")
        row.numerator = number("\(side)_numerator")
        row.denominator = number("\(side)_denominator").map { Int($0) }
        row.lowest = number("\(side)_lowest")
        row.highest = number("\(side)_highest")
        // A value is written so that it stands on its side of the standard.
        row.standard = number("standard_value").map {
            FigureRow.Standard(
                name: cells["standard"] ?? "", rule: cells["standard_rule"] ?? "", value: $0, upper: nil, status: "")
        }
        row.state = state ?? (row.value == nil ? .empty : .ok)
        if let value = number("\(side)_value_with_excluded") {
            row.withExcluded = FigureRow.WithExcluded(value: value, numerator: nil, denominator: nil)
        }
        return FindingRow.Span(row: row, months: months)
    }
}
