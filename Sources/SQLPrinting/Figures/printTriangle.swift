import Definitions
import Tables

/// A share again for every month's rows, as it stood at the end of each month since: the lines of triangles.csv.
func printTriangle(
    _ figure: FigureDefinition, _ triangle: FigureDefinition.Triangle, _ catalogue: Catalogue, _ dialect: SQLDialect
) throws -> String {
    let printer = try FigurePrinter(figure, catalogue, dialect, by: [], isTriangle: true)
    let calendar = quoted(KeptTable.calendar)
    let months = """
          select c."month", c."until_ms", row_number() over (order by c."day") as "number"
          from \(calendar) c where c."is_month_end"
        """
    let cells = """
          select a."month" as "cohort", b."number" - a."number" as "months_since", b."until_ms" as "ends_ms"
          from "each month" a join "each month" b on b."number" between a."number" and a."number" + \(triangle.upTo)
          cross join \(quoted(KeptTable.facts)) f
          where b."until_ms" <= f."as_of_ms"
        """
    let known = printer.countsMissing ? "" : " and m.\"outcome\" <> 'unknown'"
    let rows = """
          select p."period" as "cohort", m."outcome", m."until"
          from \(quoted(CoverageView.periods(printer.schema.name))) p
          join "each member" m on m."day" between p."first_day" and p."last_day"
          where p."period_type" = 'month' and m."is_counted"\(known)
        """
    let queries =
        try printer.memberQueries() + [("each month", months), ("each cell", cells), ("each row counted", rows)]
    let hits = "count(*) filter (where r.\"outcome\" = 'hit' and r.\"until\" < c.\"ends_ms\")"
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
