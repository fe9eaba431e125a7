import Definitions
import Tables

/// The names of the views that say which days the accepted rows of a canonical table span.
enum CoverageView {
    static func files(_ schema: String) -> String { "source.\(schema) files" }
    static func days(_ schema: String) -> String { "source.\(schema) days" }
    static func periods(_ schema: String) -> String { "source.\(schema) periods" }

    /// The days of a period `p` that are over and covered by data `c`; facts are `f`.
    static let dayColumns =
        "greatest(p.\"first_day\", c.\"first_day\") as \"from_day\", least(p.\"last_day\", f.\"as_of_day\") as \"to_day\""
    /// How much of it they cover.
    static let state = """
        case
            when c."first_day" is null or p."first_day" > c."last_day" or p."last_day" < c."first_day" then 'empty'
            when p."first_day" < c."first_day" or p."last_day" > least(c."last_day", f."as_of_day") then 'part'
            else 'ok'
          end
        """
}

/// The days that the accepted rows of a canonical table span, file by file and altogether, and with them the periods
/// that figures over it are reported by.
func coverageViews(of schema: SchemaDefinition, _ dialect: SQLDialect) -> String {
    if schema.isOfAsOf { return asOfViews(of: schema) }
    let source = quoted(KeptTable.source(schema.name))
    let time = "r.\(quoted(ColumnName.stored(schema.time, .time)))"
    let day = dialect.divideWhole("(\(time) + r.\(quoted(ColumnName.offset(schema.time))) * 1000)", "86400000")
    let files = quoted(CoverageView.files(schema.name))
    let days = quoted(CoverageView.days(schema.name))
    return """
        \(comment("The local days that the accepted rows of each export span: where a row belongs whose own day is unknown."))
        create or replace view \(files) as
        select r."row_file", min(\(day)) as "first_day", max(\(day)) as "last_day"
        from \(source) r
        where r."row_state" = 0 and \(time) is not null
        group by r."row_file";

        \(comment("The days that they span altogether; no row at all when there is none."))
        create or replace view \(days) as
        select min(f."first_day") as "first_day", max(f."last_day") as "last_day" from \(files) f
        having count(*) > 0;

        \(comment("Every period from the first data to the as-of, empty ones included; twelve months only where all are covered."))
        create or replace view \(quoted(CoverageView.periods(schema.name))) as
        select p."period_type", p."period", p."first_day", p."last_day",
          \(comment("the days of the period that are over and covered, for means per hour"))
          \(CoverageView.dayColumns),
          \(CoverageView.state) as "state"
        from \(quoted(KeptTable.periods)) p cross join \(days) c cross join \(quoted(KeptTable.facts)) f
        where p."last_day" >= c."first_day" and p."first_day" <= f."as_of_day"
          and (p."period_type" <> 'rolling_12_months' or (
            p."first_day" >= c."first_day" and p."last_day" <= c."last_day" and p."last_day" <= f."as_of_day"));
        """
}

/// The same for rows that say how things stand at the as-of: every period that it lies in, whole where it ends with it.
private func asOfViews(of schema: SchemaDefinition) -> String {
    let files = quoted(CoverageView.files(schema.name))
    return """
        \(comment("Rows of the as-of: where a row belongs whose own day is unknown."))
        create or replace view \(files) as
        select distinct r."row_file", f."as_of_day" as "first_day", f."as_of_day" as "last_day"
        from \(quoted(KeptTable.source(schema.name))) r cross join \(quoted(KeptTable.facts)) f;

        create or replace view \(quoted(CoverageView.days(schema.name))) as
        select f."as_of_day" as "first_day", f."as_of_day" as "last_day" from \(quoted(KeptTable.facts)) f;

        \(comment("Every period that the as-of lies in; twelve months only where they end with it."))
        create or replace view \(quoted(CoverageView.periods(schema.name))) as
        select p."period_type", p."period", p."first_day", p."last_day",
          f."as_of_day" as "from_day", f."as_of_day" as "to_day",
          case when p."last_day" > f."as_of_day" then 'part' else 'ok' end as "state"
        from \(quoted(KeptTable.periods)) p cross join \(quoted(KeptTable.facts)) f
        where p."last_day" >= f."as_of_day" and p."first_day" <= f."as_of_day"
          and (p."period_type" <> 'rolling_12_months' or p."last_day" = f."as_of_day");
        """
}
