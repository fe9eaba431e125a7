import Definitions

/// The count or sum of one figure by that of another, each of its own table: a member that one side does not have counts 0
/// there.
func printRatio(
    _ figure: FigureDefinition, top: String, bottom: String, _ catalogue: Catalogue, _ dialect: SQLDialect
) throws -> String {
    // Of both the periods of what is divided by.
    let periods = catalogue.root(of: figure.table)
    return try printCombined(figure, top, bottom, catalogue, dialect, periods: periods) { above, below in
        func divided(_ top: String, _ bottom: String) -> String {
            above.divided(figure.times == 1 ? enclosed(top) : "\(enclosed(top)) * \(figure.times)", enclosed(bottom))
        }
        let (top, bottom) = (above.added("a"), below.added("b"))
        // What is divided may be below zero, where it is a difference that was added up.
        func bound(_ part: String, _ small: String, _ large: String) -> String {
            guard above.isSum else { return divided(part, small) }
            return "case when \(part) >= 0 then \(divided(part, small)) else \(divided(part, large)) end"
        }
        let whole = below.isSum ? "cast(trunc(\(bottom.value)) as bigint)" : bottom.value
        let states = "(\(above.state("a")), \(below.state("b")))"
        let state = """
            case when \(whole) = 0 or 'empty' in \(states) then 'empty'
                when 'immature' in \(states) then 'immature' when 'part' in \(states) then 'part' else 'ok' end
            """
        return """
            select \(literal(figure.id)) as "kpi", 'ratio' as "statistic",
              b."period_type", b."period", b."dimension", b."member",
              case when \(state) <> 'empty' then \(divided(top.value, bottom.value)) end as "value",
              \(top.value) as "numerator", \(whole) as "denominator",
              0 as "missing", 0 as "not_evidenced", 0 as "not_due", 0 as "excluded", \(whole) as "considered",
              \(bound(top.lowest, bottom.highest, bottom.lowest)) as "lowest",
              \(bound(top.highest, bottom.lowest, bottom.highest)) as "highest",
              \(state) as "state"
            from \(quoted(below.named("by period"))) b join \(quoted(above.named("by period"))) a
              on \(FigurePrinter.samePeriod("a", "b"))
            """
    }
}

/// In parentheses where it is more than one word.
private func enclosed(_ text: String) -> String {
    text.contains(" ") ? "(\(text))" : text
}
