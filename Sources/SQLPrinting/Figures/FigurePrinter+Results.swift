import Definitions
import Expressions
import Tables

/// The columns of the result tables out of the counts of a period and member.
extension FigurePrinter {
    /// Rows that may or may not belong, with a value that is not known.
    static let unknownValues = "(p.\"cn\" + p.\"d1\" + p.\"d0\" + p.\"dn\")"

    var countsMissing: Bool { figure.missing == .miss }

    func denominator(_ p: String) -> String {
        let unknown = countsMissing ? " + \(p).\"unknown\"" : ""
        return "(\(p).\"hits\" + \(p).\"misses\"\(unknown))"
    }

    func missing(_ p: String) -> String {
        countsMissing ? "\(p).\"unclear\"" : "\(p).\"unclear\" + \(p).\"unknown\""
    }

    func notEvidenced(_ p: String) -> String { countsMissing ? "\(p).\"unknown\"" : "0" }

    func share(_ p: String) -> String { divided("\(p).\"hits\" * 100", denominator(p)) }

    /// Unknown hits go against the figure, and doubtful rows in where they lower it.
    func lowestShare(_ p: String) -> String {
        divided("\(p).\"c1\" * 100", "\(certain(p)) + \(p).\"d0\" + \(p).\"dn\"")
    }

    /// Unknown hits go for the figure, and doubtful rows in where they raise it.
    func highestShare(_ p: String) -> String {
        divided(
            "(\(p).\"c1\" + \(p).\"cn\" + \(p).\"d1\" + \(p).\"dn\") * 100",
            "\(certain(p)) + \(p).\"d1\" + \(p).\"dn\"")
    }

    private func certain(_ p: String) -> String { "\(p).\"c1\" + \(p).\"c0\" + \(p).\"cn\"" }

    func divided(_ top: String, _ bottom: String) -> String {
        "cast(\(top) as \(dialect.double)) / nullif(\(bottom), 0)"
    }

    /// A number of milliseconds, or of anything else, in the figure's unit.
    func scaled(_ value: String) -> String {
        let scale = figure.valueScale
        return scale == 1 ? "cast(\(value) as \(dialect.double))" : "cast(\(value) as \(dialect.double)) / \(scale)"
    }

    /// The line of each period, of those that a condition names when there is one.
    func results(where condition: String? = nil) throws -> String {
        let numbers = try numbers()
        let state = self.state("p")
        let share = openShare("p").map { "\n  \($0) as \"open_share\"," } ?? ""
        return """
            select \(literal(figure.id)) as "kpi", \(numbers.statistic) as "statistic",
              p."period_type", p."period", p."dimension", p."member",
              case when \(state) <> 'empty' then \(numbers.value) end as "value",
              \(numbers.numerator) as "numerator", \(denominator("p")) as "denominator",
              \(missing("p")) as "missing", \(notEvidenced("p")) as "not_evidenced",
              p."not_due" as "not_due", p."excluded" as "excluded",
              \(denominator("p")) + \(missing("p")) + p."not_due" + p."excluded" as "considered",
              \(numbers.lowest) as "lowest",
              \(numbers.highest) as "highest",\(share)
              \(state) as "state"
            from \(numbers.from)\(condition.map { "\nwhere \($0)" } ?? "")
            """
    }

    /// No rows at all, then a story that is not finished, then what the data cover.
    func state(_ p: String) -> String {
        var cases: [String] = []
        switch figure.measure {
        case .count, .countPerHour, .sum: break
        case .share, .bands, .mean, .quantiles, .difference, .mix, .per, .survival, .ratioOf:
            cases.append("when \(denominator(p)) = 0 then 'empty'")
        }
        if case .survival = figure.measure {
            cases.append("when \(p).\"state\" <> 'empty' and \(p).\"median\" is null then 'immature'")
        }
        if let openShare = openShare(p) {
            let limit = catalogue.immatureAbove(on: "\(p).\"first_day\"")
            cases.append("when \(p).\"state\" <> 'empty' and \(openShare) > \(limit) then 'immature'")
        }
        return cases.isEmpty ? "\(p).\"state\"" : "case \(cases.joined(separator: " ")) else \(p).\"state\" end"
    }

    /// The share of the denominator's rows, in percent, whose story is not finished.
    private func openShare(_ p: String) -> String? {
        figure.immature.map { _ in divided("\(p).\"unfinished\" * 100", denominator(p)) }
    }

    struct Numbers {
        let statistic: String
        let value: String
        let numerator: String
        let lowest: String
        let highest: String
        let from: String
    }

    private func numbers() throws -> Numbers {
        switch figure.measure {
        case .share: return shareNumbers("'share'")
        case .bands: return shareNumbers("p.\"statistic\"")
        case .mix: return mixNumbers()
        case .count where instants != nil: return stockNumbers()
        case .count: return countNumbers("'count'")
        case .countPerHour: return hourlyNumbers()
        case .mean: return meanNumbers()
        case .sum: return sumNumbers()
        case .quantiles(of: _, let quantiles):
            let numbers = quantileNumbers(quantiles)
            return Numbers(
                statistic: "p.\"statistic\"", value: numbers.value, numerator: "cast(null as \(dialect.double))",
                lowest: numbers.lowest, highest: numbers.highest, from: "\(quoted(named("by rank"))) p")
        case .per: return keyNumbers()
        case .survival: return survivalNumbers()
        case .difference, .ratioOf: throw PrintingFault.notPrintable(figure.measureText)
        }
    }

    private var byPeriodRows: String { "\(quoted(named("by period"))) p" }

    private func countNumbers(_ statistic: String) -> Numbers {
        Numbers(
            statistic: statistic, value: "cast(p.\"hits\" as \(dialect.double))", numerator: "p.\"hits\"",
            lowest: "p.\"c1\"", highest: "p.\"c1\" + \(Self.unknownValues)", from: byPeriodRows)
    }

    private func shareNumbers(_ statistic: String) -> Numbers {
        Numbers(
            statistic: statistic, value: share("p"), numerator: "p.\"hits\"", lowest: lowestShare("p"),
            highest: highestShare("p"), from: byPeriodRows)
    }

    private func mixNumbers() -> Numbers {
        func ofPart(_ text: String) -> String { "case when p.\"statistic\" <> 'share' then \(text) end" }
        return Numbers(
            statistic: "p.\"statistic\"", value: share("p"), numerator: ofPart("p.\"hits\""),
            lowest: ofPart(lowestShare("p")), highest: ofPart(highestShare("p")), from: byPeriodRows)
    }

    /// What is open: the rows at the period's last instant, or the mean over the ends of its hours. A row whose instant is
    /// unknown may be open at every one.
    private func stockNumbers() -> Numbers {
        guard instants == .hour else { return countNumbers("'open'") }
        let dated = "p.\"c1\" + \(Self.unknownValues) - p.\"undated\""
        return Numbers(
            statistic: "'open'", value: divided("p.\"hits\"", "p.\"hours\""), numerator: "p.\"hits\"",
            lowest: divided("p.\"c1\"", "p.\"hours\""),
            highest: "\(divided(dated, "p.\"hours\"")) + p.\"undated\"", from: withHours)
    }

    /// Rows for each elapsed local hour.
    private func hourlyNumbers() -> Numbers {
        Numbers(
            statistic: "'count_per_hour'", value: divided("p.\"hits\"", "p.\"hours\""), numerator: "p.\"hits\"",
            lowest: divided("p.\"c1\"", "p.\"hours\""),
            highest: divided("p.\"c1\" + \(Self.unknownValues)", "p.\"hours\""), from: withHours)
    }

    /// The elapsed local hours of each period: those that carry the member's label, or all.
    private var withHours: String {
        let hours = """
            (select count(*) from \(quoted(KeptTable.hours)) h
                where h."day" between p."from_day" and p."to_day"
                  and (p."dimension" <> 'hour_of_week' or p."member" = '(not recorded)'
                    or cast(h."hour_of_week" as \(dialect.text)) = p."member"))
            """
        return "(select p.*, \(hours) as \"hours\" from \(byPeriodRows)) p"
    }

    private func meanNumbers() -> Numbers {
        let scale = figure.valueScale
        let times = figure.times == 1 ? "" : " * \(figure.times)"
        let value = divided("p.\"total\"\(times)", "\(denominator("p")) * \(scale)")
        let count = "(p.\"c1\" + \(Self.unknownValues))"
        func bound(_ limit: Int64?, _ least: String) -> String {
            let certain = divided("p.\"certain_total\"\(times)", "\(count) * \(scale)")
            guard let limit else { return "case when \(Self.unknownValues) = 0 then \(certain) end" }
            let all = divided("(p.\"certain_total\" + \(limit) * \(Self.unknownValues))\(times)", "\(count) * \(scale)")
            // Values beyond the plausible range may have been seen: the figure itself is always possible.
            return "case when \(count) = 0 then null when \(Self.unknownValues) = 0 then \(certain)"
                + " else \(least)(\(all), \(value)) end"
        }
        return Numbers(
            statistic: "'mean'", value: value, numerator: scaled("p.\"total\""),
            lowest: bound(range?.lowerBound, "least"), highest: bound(range?.upperBound, "greatest"), from: byPeriodRows
        )
    }

    private func sumNumbers() -> Numbers {
        let sum = added("p")
        return Numbers(
            statistic: "'sum'", value: sum.value, numerator: sum.value, lowest: sum.lowest, highest: sum.highest,
            from: byPeriodRows)
    }

    var isSum: Bool {
        if case .sum = figure.measure { true } else { false }
    }

    /// What rows come to that are counted or added up, and the least and most that unknown ones allow.
    func added(_ p: String) -> (value: String, lowest: String, highest: String) {
        let unknown = "(" + ["cn", "d1", "d0", "dn"].map { "\(p).\(quoted($0))" }.joined(separator: " + ") + ")"
        guard isSum else {
            return ("\(p).\"hits\"", "\(p).\"c1\"", "\(p).\"c1\" + \(unknown)")
        }
        let value = scaled("\(p).\"total\"")
        func bound(_ limit: Int64?) -> String {
            limit.map { scaled("\(p).\"certain_total\" + \($0) * \(unknown)") } ?? "null"
        }
        let least = range.map { min($0.lowerBound, 0) } ?? (canFallBelowZero ? nil : 0)
        return (
            value, "case when \(unknown) = 0 then \(value) else \(bound(least)) end",
            "case when \(unknown) = 0 then \(value) else \(bound(range?.upperBound)) end"
        )
    }

    private var canFallBelowZero: Bool {
        figure.measure.measured.map { catalogue.definition.canFallBelowZero($0, in: figure.table) } ?? false
    }

    /// The plausible limits of the measured values, as stored: the figure's own, else those of the column it names.
    var range: ClosedRange<Int64>? {
        if let range = figure.range { return range }
        guard let measured = figure.measure.measured, case .column(let name, of: .own) = measured.node else {
            return nil
        }
        return schema.column(named: name)?.range
    }
}
