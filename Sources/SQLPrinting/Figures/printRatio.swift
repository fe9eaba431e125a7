import Definitions

/// The count of one figure by that of another, each of its own table: a member that one side does not have counts 0 there.
func printRatio(
    _ figure: FigureDefinition, top: String, bottom: String, _ catalogue: Catalogue, _ dialect: SQLDialect
) throws -> String {
    let sides = try [top, bottom].map { try catalogue.side($0, of: figure, dialect) }
    let (above, below) = (sides[0], sides[1])
    let queries =
        try above.dayQueries() + below.dayQueries() + [("each one", above.members(of: sides))]
        + sides.map { ($0.named("by period"), $0.byPeriod(members: "each one")) }
    func divided(_ top: String, _ bottom: String) -> String {
        above.divided(figure.times == 1 ? top : "\(top) * \(figure.times)", bottom)
    }
    let most = "+ b.\"cn\" + b.\"d1\" + b.\"d0\" + b.\"dn\""
    let mostAbove = most.replacing("b.", with: "a.")
    let state = """
        case when b."hits" = 0 or 'empty' in (b."state", coalesce(a."state", 'empty')) then 'empty'
            when 'part' in (b."state", a."state") then 'part' else 'ok' end
        """
    func counted(_ text: String) -> String { "coalesce(\(text), 0)" }
    return """
        \(above.heading(of: figure))
        \(above.with(queries))
        select \(literal(figure.id)) as "kpi", 'ratio' as "statistic",
          b."period_type", b."period", b."dimension", b."member",
          case when \(state) <> 'empty' then \(divided("a.\"hits\"", "b.\"hits\"")) end as "value",
          \(counted("a.\"hits\"")) as "numerator", b."hits" as "denominator",
          0 as "missing", 0 as "not_evidenced", 0 as "not_due", 0 as "excluded", b."hits" as "considered",
          \(divided(counted("a.\"c1\""), "(b.\"c1\" \(most))")) as "lowest",
          \(divided(counted("(a.\"c1\" \(mostAbove))"), "b.\"c1\"")) as "highest",
          \(state) as "state"
        from \(quoted(below.named("by period"))) b left join \(quoted(above.named("by period"))) a
          on \(FigurePrinter.samePeriod("a", "b"))
        \(FigurePrinter.order)
        """
}
