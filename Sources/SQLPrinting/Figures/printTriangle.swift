import Definitions
import Tables

/// A share again for every month's rows, as it stood at the end of each month since: the lines of triangles.csv.
func printTriangle(
    _ figure: FigureDefinition, _ triangle: FigureDefinition.Triangle, _ catalogue: Catalogue, _ dialect: SQLDialect
) throws -> String {
    let printer = try FigurePrinter(figure, catalogue, dialect, by: [], isTriangle: true)
    let calendar = quoted(KeptTable.calendar)
    let months = """
          select c."month", c."day", row_number() over (order by c."day") as "number"
          from \(calendar) c where c."is_month_end"
        """
    let cells = """
          select a."month" as "cohort", b."number" - a."number" as "months_since", b."day" as "last_day"
          from "each month" a join "each month" b on b."number" between a."number" and a."number" + \(triangle.upTo)
          cross join \(quoted(KeptTable.facts)) f
          where b."day" <= f."as_of_day"
        """
    let known = printer.countsMissing ? "" : " and m.\"outcome\" <> 'unknown'"
    let rows = """
          select p."period" as "cohort", m."outcome", m."until"
          from \(printer.periods)
          join "each member" m on m."day" \(printer.rankedDays)
          where p."period_type" = 'month' and m."is_counted"\(known)
        """
    let queries =
        try printer.memberQueries() + [("each month", months), ("each cell", cells), ("each row counted", rows)]
    let hits = "count(*) filter (where r.\"outcome\" = 'hit' and r.\"until\" <= c.\"last_day\")"
    return """
        \(comment("\(figure.id): \(figure.name), by the month of its rows and the months since"))
        \(printer.with(queries))
        select \(literal(figure.id)) as "kpi", 'share' as "statistic", c."cohort", c."months_since",
          \(printer.divided("\(hits) * 100", "count(*)")) as "value", \(hits) as "numerator", count(*) as "denominator"
        from "each cell" c join "each row counted" r on r."cohort" = c."cohort"
        group by c."cohort", c."months_since"
        order by 3, 4;
        """
}
