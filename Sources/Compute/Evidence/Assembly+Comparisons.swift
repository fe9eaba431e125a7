import Definitions
import Statistics
import Tables

extension Assembly {
    /// The figures beside the benchmarks of the same spans and among the shares of many forces, in the order of the
    /// figures, and one warning for the spans that the data do not cover.
    func comparisons(
        with benchmarks: [Benchmark]
    ) -> (rows: [ComparisonRow], funnels: [FunnelRow], findings: [Diagnostic]) {
        guard !benchmarks.isEmpty else { return ([], [], []) }
        var rows: [ComparisonRow] = []
        var funnels: [FunnelRow] = []
        var uncovered: [Benchmark] = []
        for (place, plan) in plans.enumerated() where plan.isReported {
            guard let name = plan.figure.compare else { continue }
            let mine = benchmarks.filter { $0.kpi == name }
            let whole = mine.filter { covers($0.period, of: plan.figure) }
            uncovered += mine.filter { !covers($0.period, of: plan.figure) }
            for (row, theirs) in pairs(of: place, with: whole) {
                rows += comparisons(of: row, plan.figure, with: theirs)
                funnels += funnel(of: row, force: engine.input.definition.force, theirs)
            }
        }
        let compared = Set(engine.input.definition.reportedFigures.compactMap(\.compare))
        let unknown = benchmarks.filter { !compared.contains($0.kpi) }
        return (rows, funnels, warnings(uncovered: uncovered, unknown: unknown))
    }

    private func covers(_ period: Period, of figure: FigureDefinition) -> Bool {
        let tables = [figure.table] + engine.input.definition.parts(of: figure).map(\.table)
        return period.last <= engine.input.asOf.day && tables.allSatisfy { coverage(of: $0).covers(period) }
    }

    /// Our lines of every span that benchmarks are of, in the order of time, each with the benchmarks of its statistic.
    private func pairs(of plan: Int, with benchmarks: [Benchmark]) -> [(row: FigureRow, theirs: [Benchmark])] {
        var spans: [Period] = []
        for benchmark in benchmarks where !spans.contains(benchmark.period) { spans.append(benchmark.period) }
        return spans.sorted { $0.range.lowerBound < $1.range.lowerBound }.flatMap { span in
            let own = rows(of: plan, by: nil, in: [span])
            return own.map { row in
                let theirs = benchmarks.filter { benchmark in
                    benchmark.period == span && (benchmark.statistic.map { $0 == row.statistic } ?? (own.count == 1))
                }
                return (row, theirs)
            }
        }
    }

    private func comparisons(
        of row: FigureRow, _ figure: FigureDefinition, with benchmarks: [Benchmark]
    ) -> [ComparisonRow] {
        benchmarks.map { comparison(of: row, figure, with: $0) }
            + (mostSimilar(benchmarks, row, figure).map { [$0] } ?? [])
    }

    private func comparison(
        of row: FigureRow, _ figure: FigureDefinition, with benchmark: Benchmark
    ) -> ComparisonRow {
        ComparisonMaker(own: row, figure: figure).row(
            .row(force: benchmark.force), numerator: benchmark.numerator, denominator: benchmark.denominator,
            published: benchmark.value, basis: benchmark.basis, source: benchmark.source)
    }

    /// Sums over sums of the other members; members without both parts cannot be added up.
    private func mostSimilar(
        _ benchmarks: [Benchmark], _ row: FigureRow, _ figure: FigureDefinition
    ) -> ComparisonRow? {
        let force = engine.input.definition.force.lowercased()
        let others = benchmarks.filter { $0.isMostSimilar && $0.force.lowercased() != force }
        var sums = (top: 0.0, bottom: 0.0, count: 0)
        for other in others {
            guard let top = other.numerator, let bottom = other.denominator else { continue }
            sums = (sums.top + top, sums.bottom + bottom, sums.count + 1)
        }
        guard sums.count > 0 else { return nil }
        return ComparisonMaker(own: row, figure: figure).row(
            .mostSimilarAverage(forces: sums.count), numerator: sums.top, denominator: sums.bottom, published: nil,
            basis: distinct(others.map(\.basis)), source: distinct(others.map(\.source)))
    }

    private func distinct(_ texts: [String]) -> String {
        var found: [String] = []
        for text in texts where !text.isEmpty && !found.contains(text) { found.append(text) }
        return found.joined(separator: "; ")
    }

    private func warnings(uncovered: [Benchmark], unknown: [Benchmark]) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if let first = uncovered.first {
            let more = uncovered.count > 1 ? " and \(uncovered.count - 1) more" : ""
            found.append(
                Diagnostic(
                    .warning, code: "E0413",
                    "the data do not cover the span of the benchmark \(first.kpi) of \(first.force), "
                        + "\(first.period.label)\(more): nothing is compared",
                    help: "give benchmarks of a span that the exports cover whole"))
        }
        if let first = unknown.first {
            let names = engine.input.definition.reportedFigures.compactMap(\.compare)
            let nearest = nearestName(to: first.kpi, among: names).map { "did you mean \($0)? " } ?? ""
            found.append(
                Diagnostic(
                    .warning, code: "E0414", "no KPI compares with the benchmark \(first.kpi) of \(first.force)",
                    help: nearest + "the key `compare` of a KPI names its benchmarks"))
        }
        return found
    }
}
