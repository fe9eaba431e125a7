/// `findings.csv`: what each figure says of each finding of the force's inspections, before and since.
package let findingsTable = TableShape(
    path: "findings.csv", title: "Findings of inspections and the figures that bear on them",
    columns: [
        .init("inspection", "Id of the inspection.", isRequired: true),
        .init("inspection_on", .date, "Day of its report.", isRequired: true),
        .init("finding", "Id of the finding.", isRequired: true),
        .init("kind", "Kind of finding.", isRequired: true),
        .init("text", "The finding in the force's own words.", isRequired: true),
        .init("question", "Id of the inspection question."),
        .init("kpi", "Id of the KPI.", isRequired: true),
        .init("name", "Name of the KPI."),
        .init("statistic", "Which number over the KPI's rows.", isRequired: true),
        .init("unit", "Unit of its values."),
        .init("standard", "Name of the standard."),
        .init("standard_rule", "How the value must stand to the level."),
        .init("standard_value", .number, "The level of the standard."),
    ] + spanColumns("baseline", "before the inspection") + spanColumns("since", "since the inspection") + [
        .init("since_lowest", .number, "The lowest value since that unknown rows allow."),
        .init("since_highest", .number, "The highest value since that unknown rows allow."),
        .init("since_state", "State of the figure since."),
        .init("difference", .number, "Since less before; points for percentages."),
        .init("lower", .number, "Lower end of the difference's 95% interval."),
        .init("upper", .number, "Upper end of the difference's 95% interval."),
        .init("months_met", .integer, "Months since that are at or beyond the standard."),
        .init("months_sustained", .integer, "Newest months in a row that are at or beyond the standard."),
        .init("variation", "What the chart of the months says of the newest."),
        .init("does_not_show", "What the figure does not show of the finding.", isRequired: true),
        .init("closed_by", "Who says that the finding is closed."),
        .init("closed_on", .date, "When they said so."),
        .init("closed_ref", "Where they said so."),
        .init("assurance", "Whether the months would meet the standard if they go on as they are."),
        .init("baseline_state", "State of the figure before."),
        .init("baseline_value_with_excluded", .number, "The value before with the rows of periods left out."),
        .init("since_value_with_excluded", .number, "The value since with the rows of periods left out."),
        .init("standard_upper", .number, "The upper end of a standard that is between two levels."),
        .init("standard_status", "national, local, reference or unverified."),
    ] + detailColumns("baseline", "before") + detailColumns("since", "since"),
    key: ["inspection", "finding", "kpi", "statistic"])

/// The columns of `findings.csv`, in their order for ever.
package let findingColumns = findingsTable.names

private func spanColumns(_ side: String, _ when: String) -> [TableColumn] {
    [
        .init("\(side)_from", .date, "First day of the whole months \(when)."),
        .init("\(side)_to", .date, "Last day of the whole months \(when)."),
        .init("\(side)_months", .integer, "Whole months \(when) that the data cover.", isRequired: true),
        .init("\(side)_value", .number, "The figure pooled over those months."),
        .init("\(side)_numerator", .number, "How many."),
        .init("\(side)_denominator", .integer, "Out of how many."),
    ]
}

private func detailColumns(_ side: String, _ when: String) -> [TableColumn] {
    [
        .init("\(side)_verdict", "Verdict on the figure \(when)."),
        .init("\(side)_interval_lower", .number, "Lower end of the 95% interval \(when)."),
        .init("\(side)_interval_upper", .number, "Upper end of the 95% interval \(when)."),
        .init("\(side)_considered", .integer, "Rows \(when) before anything is left out."),
        .init("\(side)_missing", .integer, "Rows \(when) left out because a value is absent."),
        .init("\(side)_not_evidenced", .integer, "Rows \(when) that count against for lack of a value."),
        .init("\(side)_not_due", .integer, "Rows \(when) whose time has not come."),
        .init("\(side)_excluded", .integer, "Rows \(when) left out by declared exclusions."),
        .init("\(side)_open_share", .number, "Share of rows \(when), in percent, whose story is not finished."),
        .init("\(side)_immature_above", .number, "The open share above which the figure \(when) is immature."),
        .init("\(side)_numerator_with_excluded", .number, "The numerator \(when) with the rows of periods left out."),
        .init("\(side)_denominator_with_excluded", .integer, "The denominator \(when) with those rows."),
        .init("\(side)_flags", "What to know of the figure \(when), with ; between."),
    ]
        + (side == "baseline"
            ? [
                .init("baseline_lowest", .number, "The lowest value before that unknown rows allow."),
                .init("baseline_highest", .number, "The highest value before that unknown rows allow."),
            ] : [])
}

/// `comparisons.csv`: figures beside what others published for the same days, with how each side defines it.
package let comparisonsTable = TableShape(
    path: "comparisons.csv", title: "Figures beside what others published",
    columns: [
        .init("kpi", "Id of the KPI.", isRequired: true),
        .init("name", "Name of the KPI."),
        .init("statistic", "Which number over the KPI's rows.", isRequired: true),
        .init("period_start", .date, "First day of the span.", isRequired: true),
        .init("period_end", .date, "Last day of the span.", isRequired: true),
        .init("own_value", .number, "The force's figure."),
        .init("own_numerator", .number, "How many of the force's."),
        .init("own_denominator", .integer, "Out of how many of the force's."),
        .init("benchmark", "Whose figure it is set beside.", isRequired: true),
        .init("forces", .integer, "How many forces stand behind that.", isRequired: true),
        .init("value", .number, "Their figure."),
        .init("numerator", .number, "How many of theirs."),
        .init("denominator", .number, "Out of how many of theirs."),
        .init("difference", .number, "The force's less theirs; points for percentages."),
        .init("lower", .number, "Lower end of the difference's 95% interval."),
        .init("upper", .number, "Upper end of the difference's 95% interval."),
        .init("own_basis", "How the force's figure is defined."),
        .init("their_basis", "How theirs is defined."),
        .init("source", "Where theirs is published."),
    ], key: ["kpi", "statistic", "period_start", "period_end", "benchmark", "their_basis"])

/// The columns of `comparisons.csv`, in their order for ever.
package let comparisonColumns = comparisonsTable.names
