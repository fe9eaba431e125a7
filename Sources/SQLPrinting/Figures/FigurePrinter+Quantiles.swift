import Definitions
import Tables

/// Quantiles of type 7: place (n − 1) p in whole numbers, then one division.
extension FigurePrinter {
    /// The known values of each period and member in order, those of certain rows numbered apart; and for each quantile
    /// the observations at its places.
    func rankQueries() -> [(name: String, text: String)] {
        guard case .quantiles(of: _, let quantiles) = figure.measure else { return [] }
        let key = Self.periodKey("p")
        let ranked = """
              select \(key), m."value", m."is_certain",
                row_number() over (partition by \(key) order by m."value") - 1 as "place",
                row_number() over (partition by \(key), m."is_certain" order by m."value") - 1 as "certain_place"
              from \(quoted(named("by period"))) p
              join \(quoted(named("each member"))) m on m."dimension" = p."dimension" and m."member" = p."member"
                and m."day" \(rankedDays)
              where m."is_counted" and m."outcome" = 'hit'
            """
        let rows = quantiles.map { "(\(literal($0.name)), \($0.numerator), \($0.denominator))" }
        // `u` more observations below, then above, all others stand for the rows whose value is not known.
        let unknown = FigurePrinter.unknownValues
        let places = """
              select p.*, q."statistic", q."top", q."bottom", \(unknown) as "u",
                \(dialect.divideWhole("greatest((p.\"hits\" - 1) * q.\"top\", 0)", "q.\"bottom\"")) as "place",
                greatest((p."hits" - 1) * q."top", 0) % q."bottom" as "rest",
                \(dialect.divideWhole("greatest((p.\"c1\" + \(unknown) - 1) * q.\"top\", 0)", "q.\"bottom\"")) as "bound_place",
                greatest((p."c1" + \(unknown) - 1) * q."top", 0) % q."bottom" as "bound_rest"
              from \(quoted(named("by period"))) p
              cross join (values \(rows.joined(separator: ", "))) q("statistic", "top", "bottom")
            """
        func at(_ place: String, _ condition: String = "") -> String {
            "max(r.\"value\") filter (where \(condition)\(place))"
        }
        let certain = "r.\"is_certain\" and r.\"certain_place\" = "
        let found = """
              select \(key), p."statistic",
                \(at("r.\"place\" = p.\"place\"")) as "left", \(at("r.\"place\" = p.\"place\" + 1")) as "right",
                \(at("p.\"bound_place\" - p.\"u\"", certain)) as "low_left",
                \(at("p.\"bound_place\" - p.\"u\" + 1", certain)) as "low_right",
                \(at("p.\"bound_place\"", certain)) as "high_left", \(at("p.\"bound_place\" + 1", certain)) as "high_right",
                min(r."value") as "least", max(r."value") as "greatest"
              from \(quoted(named("each place"))) p
              left join \(quoted(named("each value"))) r on \(Self.samePeriod("r", "p"))
              group by \(key), p."statistic"
            """
        return [
            (named("each value"), ranked), (named("each place"), places),
            (
                named("by rank"),
                """
                  select p.*, f."left", f."right", f."low_left", f."low_right", f."high_left", f."high_right",
                    f."least", f."greatest"
                  from \(quoted(named("each place"))) p
                  join (
                \(found)
                  ) f on \(Self.samePeriod("f", "p")) and f."statistic" = p."statistic"
                """
            ),
        ]
    }

    func quantileNumbers(_ quantiles: [Measure.Quantile]) -> (value: String, lowest: String, highest: String) {
        let (low, high) = (limit("least", range?.lowerBound), limit("greatest", range?.upperBound))
        return (
            value: between("p.\"left\"", "p.\"right\"", "p.\"rest\""),
            lowest: between(
                "case when p.\"bound_place\" < p.\"u\" then \(low) else p.\"low_left\" end",
                "case when p.\"bound_place\" + 1 < p.\"u\" then \(low) else p.\"low_right\" end", "p.\"bound_rest\"",
                ifAny: "p.\"c1\" + p.\"u\" > 0"),
            highest: between(
                "case when p.\"bound_place\" >= p.\"c1\" then \(high) else p.\"high_left\" end",
                "case when p.\"bound_place\" + 1 >= p.\"c1\" then \(high) else p.\"high_right\" end",
                "p.\"bound_rest\"",
                ifAny: "p.\"c1\" + p.\"u\" > 0")
        )
    }

    /// A value beyond the plausible range has been seen, so an unknown one may lie there too.
    private func limit(_ function: String, _ limit: Int64?) -> String {
        limit.map { "\(function)(\($0), p.\(quoted(function)))" } ?? "cast(null as \(dialect.bigInteger))"
    }

    private func between(_ left: String, _ right: String, _ rest: String, ifAny: String? = nil) -> String {
        let (l, r) = ("(\(left))", "(\(right))")
        let whole = scaled(l)
        let scale = figure.valueScale
        let parted =
            "cast(\(l) * (p.\"bottom\" - \(rest)) + \(r) * \(rest) as \(dialect.double)) / (p.\"bottom\" * \(scale))"
        let value = "case when \(rest) = 0 then \(whole) else \(parted) end"
        return ifAny.map { "case when \($0) then \(value) end" } ?? value
    }
}
