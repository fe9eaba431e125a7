import Tables

/// Numerators and denominators that the plan implies, by figure and month. A mean's numerator is a sum of seconds.
struct Figures {
    private var parts: [String: [String: (numerator: Int, denominator: Int)]] = [:]

    mutating func add(_ figure: String, _ month: Month, hit: Bool) {
        add(figure, month, hit ? 1 : 0, 1)
    }

    mutating func add(_ figure: String, _ month: Month, seconds: Int) {
        add(figure, month, seconds, 1)
    }

    private mutating func add(_ figure: String, _ month: Month, _ numerator: Int, _ denominator: Int) {
        let before = parts[figure]?[month.id] ?? (0, 0)
        parts[figure, default: [:]][month.id] = (before.numerator + numerator, before.denominator + denominator)
    }

    /// One line each, by figure and month; `months` narrows the list.
    func json(months: [Month]? = nil) -> JSON {
        let wanted = months.map { Set($0.map(\.id)) }
        return .list(
            parts.keys.sorted().flatMap { figure in
                let byMonth = parts[figure] ?? [:]
                return byMonth.keys.sorted().filter { wanted?.contains($0) ?? true }.map { month in
                    JSON.object([
                        ("figure", .text(figure)), ("month", .text(month)),
                        ("numerator", .number(byMonth[month]?.numerator ?? 0)),
                        ("denominator", .number(byMonth[month]?.denominator ?? 0)),
                    ])
                }
            })
    }
}
