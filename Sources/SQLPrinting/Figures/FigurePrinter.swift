import Definitions
import Expressions
import Tables

/// Prints a figure as one statement: what each row is to it, the rows counted by day and member, the days put together to
/// periods, and the columns of the result tables.
struct FigurePrinter {
    let catalogue: Catalogue
    let dialect: SQLDialect
    let figure: FigureDefinition
    let schema: SchemaDefinition
    /// The table whose data say which periods are reported; its own but for one side of a ratio.
    let spine: SchemaDefinition
    /// Names of the table's dimensions that the figure is reported by.
    let by: [String]
    /// Which one of several sides of a statement it is.
    let side: String?
    /// Whether its rows are followed month by month.
    let isTriangle: Bool
    /// When its rows are taken, where they are what is open at an instant.
    let instants: Expansion.Instants?

    init(
        _ figure: FigureDefinition, _ catalogue: Catalogue, _ dialect: SQLDialect, by: [String]? = nil,
        side: String? = nil, periods: SchemaDefinition? = nil, isTriangle: Bool = false
    ) throws {
        self.catalogue = catalogue
        self.dialect = dialect
        self.figure = figure
        guard let schema = catalogue.root(of: figure.table) else {
            throw PrintingFault.notPrintable("\(figure.id), whose table \(figure.table) has no source,")
        }
        self.schema = schema
        self.by = by ?? figure.by
        self.side = side
        self.isTriangle = isTriangle
        spine = periods ?? schema
        instants = catalogue.instants(of: figure.table, period: figure.period)
    }

    /// Totals by every kind of period; members by fewer; hours of the week, of which there are 168, by years only.
    static let totalKinds = ["week", "month", "quarter", "financial_year", "rolling_12_months"]
    static let memberKinds = ["month", "financial_year", "rolling_12_months"]
    static let hourKinds = ["financial_year", "rolling_12_months"]

    func print() throws -> String {
        guard let more = catalogue.withExcluded(figure) else {
            return "\(heading)\n\(with(try queries()))\n\(try results())\n\(Self.order)"
        }
        let whole = try FigurePrinter(more, catalogue, dialect, by: by, side: Self.withExcluded)
        let queries =
            try queries() + [(Self.withoutExcludedPeriods, try results())] + whole.queries()
            + [(Self.withExcludedPeriods, try whole.results(where: catalogue.overlaps([figure], "p")))]
        return "\(heading)\n\(with(queries))\n\(Self.withAndWithout)"
    }

    static let order = "order by 2, 3, 4, 5, 6;"
    static let withExcluded = "with excluded"
    static let withoutExcludedPeriods = "without excluded periods"
    static let withExcludedPeriods = "with excluded periods"

    /// A figure beside what it is with the rows that excluded periods leave out.
    static let withAndWithout = """
        select f.*, w."value" as "value_with_excluded", w."numerator" as "numerator_with_excluded",
          w."denominator" as "denominator_with_excluded"
        from \(quoted(withoutExcludedPeriods)) f
        left join \(quoted(withExcludedPeriods)) w
          on w."statistic" = f."statistic" and \(samePeriod("w", "f"))
        \(order)
        """

    /// Everything before the columns of results.
    private func queries() throws -> [Query] {
        let members = named("each one")
        var queries = try dayQueries() + [(members, self.members(of: [self]))]
        queries.append((named("by period"), byPeriod(members: members)))
        switch figure.measure {
        case .quantiles: queries += rankQueries()
        case .per(_, let summaries): queries += keyQueries(summaries)
        case .survival: queries += survivalQueries()
        case .count, .countPerHour, .share, .mean, .sum, .bands, .mix, .difference, .ratioOf: break
        }
        return queries
    }

    /// What each row is to the figure, counted by day and member.
    func dayQueries() throws -> [Query] {
        var queries = try memberQueries()
        if let parts = partsQuery { queries.append((named(Self.parts), parts)) }
        queries.append((named("by day"), byDay()))
        return queries
    }

    /// What each row is to the figure, and the members that it counts under.
    func memberQueries() throws -> [Query] {
        [("each row", try eachRow()), ("standing", standing()), ("each member", eachMember())].map { (named($0), $1) }
    }

    /// The columns that tell a line of results from others of its statistic.
    static func periodKey(_ alias: String) -> String {
        keys.map { "\(alias).\(quoted($0))" }.joined(separator: ", ")
    }

    static func samePeriod(_ left: String, _ right: String) -> String {
        keys.map { "\(left).\(quoted($0)) = \(right).\(quoted($0))" }.joined(separator: " and ")
    }

    private static let keys = ["period_type", "period", "dimension", "member"]

    typealias Query = (name: String, text: String)

    /// The name of a query, told apart from that of another side.
    func named(_ query: String) -> String { side.map { "\($0) \(query)" } ?? query }

    func with(_ queries: [Query]) -> String {
        "with " + queries.map { "\(quoted($0.name)) as (\n\($0.text)\n)" }.joined(separator: ",\n")
    }

    /// What the figure is, in the words of its definition.
    var heading: String {
        var lines = ["\(figure.id): \(figure.name)"]
        if !figure.amongText.isEmpty { lines.append("among: \(figure.amongText)") }
        for (order, exclusion) in figure.among.exclusions.enumerated() {
            lines.append("leaves out \(order + 1), \(exclusion.reason): \(expressionText(exclusion.condition))")
        }
        if let due = figure.due { lines.append("counts once due: \(expressionText(due))") }
        lines.append("measure: \(figure.measureText) (\(figure.unit.word))")
        lines.append(
            figure.missing == .miss
                ? "a row without the value counts against, as not evidenced" : "a row without the value is left out")
        if let note = figure.note { lines.append(note) }
        return lines.map(comment).joined(separator: "\n")
    }

    /// The dimensions that the figure is reported by, with the column of each.
    var dimensions: [(name: String, column: String, type: ValueType)] {
        by.compactMap { name in
            catalogue.dimension(name, of: figure.table).map { found in
                (name, ColumnName.dimension(name, of: found.table), found.column.expression.type)
            }
        }
    }

    private func eachRow() throws -> String {
        let printer = ExpressionPrinter(catalogue, dialect, over: figure.table, as: "t")
        var columns = [
            "t.\(quoted(ColumnName.state)), t.\(quoted(ColumnName.file))",
            dimensions.map { "t.\(quoted($0.column))" }.joined(separator: ", "),
            "\(try printer.localDay(ofColumn: figure.period)) as \"day\"",
            "\(try printer.all(figure.among.conditions)) as \"is_among\"",
        ]
        for exclusion in figure.among.exclusions {
            columns.append("\(try printer.print(exclusion.condition)) as \(quoted("out \(exclusion.reason)"))")
        }
        if let due = figure.due { columns.append("\(try printer.print(due)) as \"due\"") }
        if let doubt = catalogue.doubt(figure.table, "t") { columns.append("\(doubt) as \"is_doubt\"") }
        columns += try measuredColumns(printer)
        if let immature = figure.immature { columns.append("\(try printer.print(immature)) as \"is_unfinished\"") }
        if let triangle = figure.triangle, isTriangle {
            columns.append("\(try printer.localDay(triangle.until)) as \"until\"")
        }
        return "  select\n" + columns.filter { !$0.isEmpty }.map { "    \($0)" }.joined(separator: ",\n")
            + "\n  from \(quoted(figure.table)) t"
    }

    /// What a row gives: yes or no for a share, a number, a part, a key or a length for the others.
    private func measuredColumns(_ printer: ExpressionPrinter) throws -> [String] {
        switch figure.measure {
        case .count, .countPerHour, .difference, .ratioOf: []
        case .share(let value), .mean(let value), .sum(let value), .quantiles(of: let value, _),
            .bands(of: let value, _, _), .mix(let value), .per(key: let value, _):
            ["\(try printer.print(value)) as \"value\""]
        case .survival(let from, let until): try lengthColumns(from: from, until: until, printer)
        }
    }

    /// Where each row stands, decided in the order of LANGUAGE sections 2 and 4.
    private func standing() -> String {
        let reasons = figure.among.exclusions.map { "e.\(quoted("out \($0.reason)"))" }
        var cases = [
            "when e.\"row_state\" = 2 then 'rejected'", "when not e.\"is_among\" then 'outside'",
        ]
        if !reasons.isEmpty {
            cases.append(
                "when \(reasons.joined(separator: " or ")) then case when e.\"row_state\" = 0 then 'excluded' else 'outside' end"
            )
        }
        var unknown = "e.\"row_state\" = 2"
        if let due = figure.due {
            let limit = due.type == .date ? "(f.\"as_of_day\" + 1)" : "f.\"as_of_ms\""
            cases.append(
                "when e.\"due\" >= \(limit) then case when e.\"row_state\" = 0 then 'not due' else 'outside' end")
            unknown += " or e.\"due\" is null"
        }
        cases.append("when e.\"row_state\" <> 0 then 'rejected'")
        let isUnclear = catalogue.doubt(figure.table, "t") == nil ? "" : " or e.\"is_doubt\""
        cases.append("when e.\"is_among\" is null\(isUnclear) then 'condition unknown'")
        if !reasons.isEmpty {
            let isUnknown = reasons.map { "\($0) is null" }.joined(separator: " or ")
            cases.append("when \(isUnknown) then 'exclusion unknown'")
        }
        cases.append("else 'certain'")
        return """
              select e.*, \(outcome(unknown)) as "outcome",
                case
                  \(cases.joined(separator: "\n          "))
                end as "standing"
              from \(quoted(named("each row"))) e\(figure.due == nil ? "" : " cross join \(quoted(KeptTable.facts)) f")
            """
    }

    private func outcome(_ unknown: String) -> String {
        switch figure.measure {
        case .share:
            "case when \(unknown) or e.\"value\" is null then 'unknown' when e.\"value\" then 'hit' else 'miss' end"
        case .count, .countPerHour, .difference, .ratioOf: "case when \(unknown) then 'unknown' else 'hit' end"
        case .mean, .sum, .quantiles, .bands, .mix, .per, .survival:
            "case when \(unknown) or e.\"value\" is null then 'unknown' else 'hit' end"
        }
    }

    /// Each row once for the total and once for each dimension, with the days of the periods that it can lie in.
    private func eachMember() -> String {
        let isDated = """
            s."day" is not null as "is_dated",
                s."day" is not null and s."standing" in ('certain', 'exclusion unknown') as "is_counted",
                s."day" is not null and s."standing" = 'certain' as "is_certain",
                s."standing" in ('exclusion unknown', 'condition unknown', 'rejected')
                  or (s."standing" = 'certain' and s."day" is null) as "is_doubtful",
                coalesce(s."day", f."first_day") as "from_day", coalesce(s."day", f."last_day") as "to_day"
            """
        let rows = """
              from \(quoted(named("standing"))) s left join \(quoted(CoverageView.files(schema.name))) f on f."row_file" = s."row_file"
              where s."standing" <> 'outside'
            """
        let parts = [("all", "'all'")] + dimensions.map { ($0.name, member($0.column, $0.type)) }
        return parts.map { name, member in
            "  select s.*, \(literal(name)) as \"dimension\", \(member) as \"member\",\n    \(isDated)\n\(rows)"
        }.joined(separator: "\n  union all\n")
    }

    /// A member as the result tables spell it.
    private func member(_ column: String, _ type: ValueType) -> String {
        let value = "s.\(quoted(column))"
        let text =
            switch type {
            case .text, .id, .category, .pseudonym: value
            case .flag: "case when \(value) then 'yes' when not \(value) then 'no' end"
            case .date:
                "(select c.\"date\" from \(quoted(KeptTable.calendar)) c where c.\"day\" = \(value))"
            case .integer, .number, .duration, .time, .null: "cast(\(value) as \(dialect.text))"
            }
        return "coalesce(\(text), '(not recorded)')"
    }
}
