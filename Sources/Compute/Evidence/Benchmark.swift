import Definitions
import Tables

/// One row of the table `benchmarks`: what somebody published of a figure for a span of days.
struct Benchmark {
    /// The table's canonical name.
    static let table = "benchmarks"

    let kpi: String
    /// Nothing where the figure has one only.
    let statistic: String?
    let force: String
    let isMostSimilar: Bool
    /// Of an area that holds several forces, such as England and Wales.
    let isArea: Bool
    let period: Period
    let numerator: Double?
    let denominator: Double?
    /// As published; nothing where only its parts are.
    let value: Double?
    let source: String
    let basis: String
}

extension ComputeInput {
    /// The accepted benchmarks in the order of their files; none where no source supplies any.
    var benchmarks: [Benchmark] {
        guard let table = tables.first(where: { $0.name == Benchmark.table }) else { return [] }
        let reader = BenchmarkReader(table: table, names: names, zone: zone)
        return (0..<table.rowCount).filter { table.rejected[$0] == 0 }.compactMap(reader.read)
    }
}

private struct BenchmarkReader {
    let table: SourceTable
    let names: Names
    let zone: ZoneTable

    func read(_ row: Int) -> Benchmark? {
        guard let kpi = text("kpi_id", row), let force = text("force", row), let first = day("period_start", row),
            let last = day("period_end", row), let period = Period.span(from: first, to: last)
        else { return nil }
        return Benchmark(
            kpi: kpi, statistic: text("statistic", row), force: force, isMostSimilar: integer("is_msg", row) == 1,
            isArea: integer("is_area", row) == 1, period: period, numerator: number("numerator", row),
            denominator: number("denominator", row),
            value: number("value", row), source: text("source_url", row) ?? "", basis: text("basis", row) ?? "")
    }

    private func integer(_ name: String, _ row: Int) -> Int64? {
        guard let value = table.field(named: name)?.column.integer(at: row), value != Missing.integer else {
            return nil
        }
        return value
    }

    private func text(_ name: String, _ row: Int) -> String? {
        integer(name, row).map { names.text(of: Int32($0)) }
    }

    private func day(_ name: String, _ row: Int) -> CivilDate? {
        guard let value = integer(name, row) else { return nil }
        return table.field(named: name)?.type == .time ? zone.day(value) : CivilDate(days: Int(value))
    }

    private func number(_ name: String, _ row: Int) -> Double? {
        guard let value = integer(name, row) else { return nil }
        guard case .number(let decimals)? = table.field(named: name)?.type else { return Double(value) }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        return Double(value) / scale
    }
}
