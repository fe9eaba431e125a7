package import Charts
import Compute
package import Definitions
import Tables

/// How far the rows of each month had come after each number of months; nothing for a figure without a triangle.
package func triangleTable(of figure: FigureDefinition, in rows: FigureRows) -> Markup? {
    let mine = rows.triangle(of: figure.id)
    guard let statistic = mine.first?.statistic, let last = mine.map(\.monthsSince).max() else { return nil }
    let byMonth = Dictionary(grouping: mine.filter { $0.statistic == statistic }, by: \.cohort)
    var table = HTMLTable(
        id: partID("triangle", figure.id),
        caption: "\(figure.name), by the months since, percent; \(notAvailable) where they are not over yet",
        columns: [.init("Month"), .init("Rows", isNumber: true)]
            + (0...last).map { .init("\($0)", isNumber: true) })
    for cohort in byMonth.keys.sorted(by: { $0.first < $1.first }) {
        let cells = byMonth[cohort] ?? []
        let byAge = Dictionary(cells.map { ($0.monthsSince, $0) }) { first, _ in first }
        let count = cells.compactMap(\.denominator).first
        table.add(
            [cohort.label, count.map(groupedText) ?? notAvailable]
                + (0...last).map { age -> String in
                    guard let cell = byAge[age], let value = cell.value else { return notAvailable }
                    var exact: Fraction?
                    if let top = cell.numerator, let bottom = cell.denominator, bottom > 0 {
                        exact = Fraction(Int128(top) * 100, Int128(bottom))
                    }
                    return String(displayText(value, exact: exact, unit: .percent).dropLast())
                })
    }
    return table.markup
}
