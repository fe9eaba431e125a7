/// `results.csv`: totals of every figure by week, month, quarter, financial year and rolling twelve months.
package let resultsTable = TableShape(
    path: "results.csv", title: "Totals of every KPI by period", columns: resultTableColumns, key: resultKey)

/// `breakdowns.csv`: the same columns for the members of dimensions.
package let breakdownsTable = TableShape(
    path: "breakdowns.csv", title: "Members of every KPI's dimensions by period", columns: resultTableColumns,
    key: resultKey)

/// The columns of `results.csv` and `breakdowns.csv`, in their order for ever (CONTRACTS section 3).
package let resultColumns = resultTableColumns.map(\.name)

private let resultKey = ["kpi", "statistic", "period_type", "period", "dimension", "member"]

private let resultTableColumns: [TableColumn] = [
    .init("kpi", "Id of the KPI; it is never reused.", isRequired: true),
    .init("name", "Name of the KPI."),
    .init("headline", .flag, "Whether it is one of the force's headline KPIs.", isRequired: true),
    .init(
        "statistic", "Which number over the KPI's rows: share, mean, median, p90, count and so on.", isRequired: true),
    .init("period_type", "Kind of period: week, month, quarter, financial_year, rolling_12_months.", isRequired: true),
    .init("period", "Id of the period, such as 2026-09, 2026-Q3, FY2026-27, R12-2026-09.", isRequired: true),
    .init("period_label", "The period as a reader says it.", isRequired: true),
    .init("period_start", .date, "First day of the period.", isRequired: true),
    .init("period_end", .date, "Last day of the period, inclusive.", isRequired: true),
    .init("dimension", "all, or what the rows are told apart by.", isRequired: true),
    .init("member", "all, or one value of the dimension; (not recorded) where it is absent.", isRequired: true),
    .init("value", .number, "The figure in its unit; percentages are 0 to 100. Empty where state says why."),
    .init("unit", "Unit of value, intervals and bounds."),
    .init("numerator", .number, "How many, or the sum behind a mean; empty for quantiles."),
    .init("denominator", .integer, "Out of how many."),
    .init("lower", .number, "Lower end of the 95% interval."),
    .init("upper", .number, "Upper end of the 95% interval."),
    .init("lowest", .number, "The lowest value that missing, unknown and rejected rows allow."),
    .init("highest", .number, "The highest value that missing, unknown and rejected rows allow."),
    .init("considered", .integer, "Rows of the KPI's table in the period and member, before anything is left out."),
    .init("missing", .integer, "Rows left out because a needed value is absent."),
    .init("not_evidenced", .integer, "Rows inside the denominator that count against for lack of a value."),
    .init("not_due", .integer, "Rows left out because their time has not come."),
    .init("excluded", .integer, "Rows left out by declared exclusions; exclusions.csv has the reasons."),
    .init("standard", "Name of the standard that the KPI is held against."),
    .init("standard_rule", "How the value must stand to the level: >=, <=, >, < or between."),
    .init("standard_value", .number, "The level in force on the first day of the period; the lower end of between."),
    .init("standard_status", "national, local, reference or unverified."),
    .init("verdict", "How the figure stands against its standard; empty where it is not judged."),
    .init(
        "state", "ok, part, immature, empty, not_supplied, not_computable, left_out or suppressed.", isRequired: true),
    .init(
        "marker",
        "The letter that public bodies write in place of a number or beside it: c suppressed, x not available, z not "
            + "applicable, p provisional, u of low reliability."),
    .init("flags", "What to know before comparing, with ; between."),
    .init("robust", .flag, "Whether the verdict's word is the same at the lowest and the highest."),
    .init("boundary_value", .number, "A share with every limit taken the other way, < for <= and back."),
    .init("boundary_rows", .integer, "How many rows that moves."),
    .init("open_share", .number, "Share of rows, in percent, whose story is not finished."),
    .init("value_with_excluded", .number, "The value with the rows of periods that the force leaves out."),
    .init("numerator_with_excluded", .number, "The numerator with those rows."),
    .init("denominator_with_excluded", .integer, "The denominator with those rows."),
    .init("standard_upper", .number, "The upper end of a standard that is between two levels."),
    .init("verdict_at_lowest", "The verdict at the lowest value."),
    .init("verdict_at_highest", "The verdict at the highest value."),
    .init("immature_above", .number, "The open share, in percent, above which the period is immature."),
]
