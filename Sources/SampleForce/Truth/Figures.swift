import Tables

/// What the plan implies, by figure, statistic and month: numerators and denominators (a mean's numerator is a sum of
/// seconds), and the seconds themselves where quantiles are taken.
struct Figures {
    private struct Key: Hashable {
        let figure: String
        let statistic: String
        let month: String
    }

    private var parts: [Key: (numerator: Int, denominator: Int)] = [:]
    private var seconds: [Key: [Int]] = [:]
    /// Sums in hundredths, and the rows that they are of.
    private var sums: [Key: (hundredths: Int, rows: Int)] = [:]

    mutating func share(_ figure: String, _ month: Month, _ hit: Bool, of statistic: String = "share") {
        add(Key(figure: figure, statistic: statistic, month: month.id), hit ? 1 : 0)
    }

    mutating func mean(_ figure: String, _ month: Month, _ seconds: Int) {
        add(Key(figure: figure, statistic: "mean", month: month.id), seconds)
    }

    mutating func quantiles(_ figure: String, _ month: Month, _ value: Int) {
        seconds[Key(figure: figure, statistic: "", month: month.id), default: []].append(value)
    }

    /// A share or a count that is known as a whole.
    mutating func tally(
        _ figure: String, _ month: Month, _ numerator: Int, of denominator: Int, _ statistic: String = "share"
    ) {
        parts[Key(figure: figure, statistic: statistic, month: month.id)] = (numerator, denominator)
    }

    /// A part of a sum, in hundredths.
    mutating func sum(_ figure: String, _ month: Month, _ hundredths: Int) {
        let key = Key(figure: figure, statistic: "sum", month: month.id)
        let before = sums[key] ?? (0, 0)
        sums[key] = (before.hundredths + hundredths, before.rows + 1)
    }

    private mutating func add(_ key: Key, _ numerator: Int) {
        let before = parts[key] ?? (0, 0)
        parts[key] = (before.numerator + numerator, before.denominator + 1)
    }

    /// Takes in the figures of another part of the sample, of which none has the same name.
    mutating func merge(_ other: Figures) {
        parts.merge(other.parts) { own, _ in own }
        seconds.merge(other.seconds) { own, _ in own }
        sums.merge(other.sums) { own, _ in own }
    }

    /// One line each; `months` and `only` narrow the list.
    func json(months: [Month]? = nil, only figures: Set<String>? = nil) -> JSON {
        let wanted = months.map { Set($0.map(\.id)) }
        var lines: [(Key, JSON)] = parts.map { key, part in
            let members: [(String, JSON)] = [
                ("numerator", .number(part.numerator)), ("denominator", .number(part.denominator)),
            ]
            return (key, Figures.line(key, key.statistic, members))
        }
        for (key, values) in seconds {
            let sorted = values.sorted()
            for (name, tenths) in Figures.published[key.figure] ?? [("median", 5), ("p90", 9), ("longest", 10)] {
                let members: [(String, JSON)] = [
                    ("value", .decimal(Figures.quantile(sorted, tenths))), ("denominator", .number(values.count)),
                ]
                lines.append(
                    (Key(figure: key.figure, statistic: name, month: key.month), Figures.line(key, name, members)))
            }
        }
        for (key, sum) in sums {
            let members: [(String, JSON)] = [
                ("numerator", .decimal(Figures.hundredths(sum.hundredths))), ("denominator", .number(sum.rows)),
            ]
            lines.append((key, Figures.line(key, key.statistic, members)))
        }
        return .list(
            lines.filter { (wanted?.contains($0.0.month) ?? true) && (figures?.contains($0.0.figure) ?? true) }
                .sorted { ($0.0.figure, $0.0.statistic, $0.0.month) < ($1.0.figure, $1.0.statistic, $1.0.month) }
                .map(\.1))
    }

    /// The quantiles of figures that have not all three.
    private static let published = [
        "C17": [("median", 5)], "D02": [("median", 5), ("p90", 9)], "D02.finish": [("median", 5), ("p90", 9)],
        "O02": [("median", 5), ("longest", 10)],
    ]

    private static func hundredths(_ value: Int) -> String {
        "\(value < 0 ? "-" : "")\(abs(value) / 100).\(padded(abs(value) % 100, 2))"
    }

    private static func line(_ key: Key, _ statistic: String, _ members: [(String, JSON)]) -> JSON {
        .object(
            [("figure", .text(key.figure)), ("statistic", .text(statistic)), ("month", .text(key.month))] + members)
    }

    /// Type 7: place (n - 1)p, between two neighbours in proportion; exact in tenths.
    private static func quantile(_ sorted: [Int], _ tenths: Int) -> String {
        let place = (sorted.count - 1) * tenths
        let low = sorted[place / 10]
        let high = sorted[min(place / 10 + 1, sorted.count - 1)]
        let value = low * 10 + (high - low) * (place % 10)
        return value % 10 == 0 ? "\(value / 10)" : "\(value / 10).\(value % 10)"
    }
}
