import Definitions

/// One share less another. It has no rows of its own: where they went is the sum of both sides.
func printDifference(
    _ figure: FigureDefinition, of own: String, minus other: String, _ catalogue: Catalogue, _ dialect: SQLDialect
) throws -> String {
    try printCombined(figure, own, other, catalogue, dialect) { left, right in
        func sum(_ column: (FigurePrinter, String) -> String) -> String {
            "\(column(left, "a")) + \(column(right, "b"))"
        }
        let value = "\(left.share("a")) - \(right.share("b"))"
        let state = "case when \(value) is null then 'empty' else a.\"state\" end"
        return """
            select \(literal(figure.id)) as "kpi", 'difference' as "statistic",
              a."period_type", a."period", a."dimension", a."member",
              case when \(state) <> 'empty' then \(value) end as "value",
              cast(null as \(dialect.double)) as "numerator",
              \(sum { $0.denominator($1) }) as "denominator",
              \(sum { $0.missing($1) }) as "missing", \(sum { $0.notEvidenced($1) }) as "not_evidenced",
              a."not_due" + b."not_due" as "not_due", a."excluded" + b."excluded" as "excluded",
              \(sum { "\($0.denominator($1)) + \($0.missing($1))" }) + a."not_due" + b."not_due"
                + a."excluded" + b."excluded" as "considered",
              \(left.lowestShare("a")) - \(right.highestShare("b")) as "lowest",
              \(left.highestShare("a")) - \(right.lowestShare("b")) as "highest",
              \(state) as "state"
            from \(quoted(left.named("by period"))) a join \(quoted(right.named("by period"))) b
              on \(FigurePrinter.samePeriod("a", "b"))
            """
    }
}
