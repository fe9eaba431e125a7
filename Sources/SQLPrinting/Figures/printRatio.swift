import Definitions

/// The count of one figure by that of another, each of its own table: a member that one side does not have counts 0 there.
func printRatio(
    _ figure: FigureDefinition, top: String, bottom: String, _ catalogue: Catalogue, _ dialect: SQLDialect
) throws -> String {
    // Of both the periods of what is divided by.
    let periods = catalogue.root(of: figure.table)
    return try printCombined(figure, top, bottom, catalogue, dialect, periods: periods) { above, below in
        func divided(_ top: String, _ bottom: String) -> String {
            above.divided(figure.times == 1 ? top : "\(top) * \(figure.times)", bottom)
        }
        func most(_ side: String) -> String {
            "(" + ["c1", "cn", "d1", "d0", "dn"].map { "\(side).\(quoted($0))" }.joined(separator: " + ") + ")"
        }
        let states = "(\(above.state("a")), \(below.state("b")))"
        let state = """
            case when b."hits" = 0 or 'empty' in \(states) then 'empty'
                when 'immature' in \(states) then 'immature' when 'part' in \(states) then 'part' else 'ok' end
            """
        return """
            select \(literal(figure.id)) as "kpi", 'ratio' as "statistic",
              b."period_type", b."period", b."dimension", b."member",
              case when \(state) <> 'empty' then \(divided("a.\"hits\"", "b.\"hits\"")) end as "value",
              a."hits" as "numerator", b."hits" as "denominator",
              0 as "missing", 0 as "not_evidenced", 0 as "not_due", 0 as "excluded", b."hits" as "considered",
              \(divided("a.\"c1\"", most("b"))) as "lowest",
              \(divided(most("a"), "b.\"c1\"")) as "highest",
              \(state) as "state"
            from \(quoted(below.named("by period"))) b join \(quoted(above.named("by period"))) a
              on \(FigurePrinter.samePeriod("a", "b"))
            """
    }
}
