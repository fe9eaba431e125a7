import Definitions
import Tables

extension Assembly {
    /// How far the rows of each month had come after each number of months, as far as those months are over.
    func triangle(of plan: Int) -> [TriangleRow] {
        let chosen = plans[plan]
        guard let triangle = chosen.figure.triangle, let statistic = chosen.statistics.first,
            let place = chosen.place(where: \.isOfTotals),
            let tally = members(of: plan, by: nil).dropFirst(place).first?.first?.tally,
            let first = coverage(of: chosen.figure.table).days?.lowerBound
        else { return [] }
        let asOf = engine.input.asOf.day
        let cohorts = spine(
            .month, from: CivilDate(days: first), asOf: engine.input.asOf,
            coverage: coverage(of: chosen.figure.table))
        return cohorts.flatMap { cohort -> [TriangleRow] in
            let counts = tally.classCounts(on: chosen.days(of: cohort, upTo: asOf))
            let denominator = counts.dropFirst(Int(TriangleClass.never)).reduce(0, +)
            guard denominator > 0 else { return [] }
            var rows: [TriangleRow] = []
            var (reached, month) = (0, cohort)
            for months in 0...triangle.upTo where month.last <= asOf {
                reached += counts[Int(TriangleClass.first) + months]
                rows.append(
                    TriangleRow(
                        kpi: chosen.figure.id, statistic: statistic.name, cohort: cohort, monthsSince: months,
                        value: Double(reached) * 100 / Double(denominator), numerator: reached,
                        denominator: denominator))
                month = month.next
            }
            return rows
        }
    }
}
