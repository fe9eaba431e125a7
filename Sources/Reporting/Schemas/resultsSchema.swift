import Compute

/// `results.schema.json`: what every member of `results.json` is; a misspelt one is none.
package func resultsSchema() -> RenderedFile {
    SchemaPieces.file(
        "results.schema.json", title: "Totals of every KPI with the answer in words",
        SchemaPieces.object([
            ("schema", SchemaPieces.integer), ("run", SchemaPieces.run), ("force", SchemaPieces.words),
            ("marking", SchemaPieces.words), ("as_of", SchemaPieces.date), ("kpis", SchemaPieces.list(of: kpi)),
        ]))
}

private let optionalText = SchemaPieces.orNull(SchemaPieces.text)
private let optionalNumber = SchemaPieces.orNull(SchemaPieces.number)
private let optionalCount = SchemaPieces.orNull(SchemaPieces.count)

private let kpi = SchemaPieces.object([
    ("kpi", SchemaPieces.words), ("name", SchemaPieces.words), ("headline", SchemaPieces.flag),
    ("unit", SchemaPieces.words), ("better", SchemaPieces.one(of: ["higher", "lower", "none"])),
    ("table", SchemaPieces.words), ("period_column", SchemaPieces.text), ("among", SchemaPieces.text),
    ("measure", SchemaPieces.text), ("clock", optionalText), ("basis", optionalText), ("note", optionalText),
    ("question", optionalText), ("owner", SchemaPieces.words), ("definition_hash", SchemaPieces.words),
    ("not_computed_because", optionalText), ("figures", SchemaPieces.list(of: figure)),
    ("triangle", SchemaPieces.orNull(SchemaPieces.list(of: cell))),
])

private let cell = SchemaPieces.object([
    ("cohort", SchemaPieces.words), ("months_since", SchemaPieces.count), ("value", optionalNumber),
    ("numerator", optionalCount), ("denominator", optionalCount),
])

private let figure = SchemaPieces.object([
    ("statistic", SchemaPieces.words), ("period_type", SchemaPieces.words), ("period", SchemaPieces.words),
    ("period_label", SchemaPieces.words), ("period_start", SchemaPieces.date), ("period_end", SchemaPieces.date),
    ("dimension", SchemaPieces.words), ("member", SchemaPieces.words), ("value", optionalNumber),
    ("numerator", optionalNumber), ("denominator", optionalCount), ("lower", optionalNumber),
    ("upper", optionalNumber), ("lowest", optionalNumber), ("highest", optionalNumber),
    ("considered", optionalCount), ("missing", optionalCount), ("not_evidenced", optionalCount),
    ("not_due", optionalCount), ("excluded", optionalCount), ("standard", optionalText),
    ("standard_rule", optionalText), ("standard_value", optionalNumber), ("standard_upper", optionalNumber),
    ("standard_status", optionalText), ("verdict", optionalText),
    ("state", SchemaPieces.one(of: FigureRow.State.allCases.map(\.rawValue))),
    ("marker", SchemaPieces.orNull(SchemaPieces.one(of: FigureRow.Marker.allCases.map(\.rawValue)))),
    ("flags", SchemaPieces.text), ("robust", SchemaPieces.orNull(SchemaPieces.flag)),
    ("boundary_value", optionalNumber), ("boundary_rows", optionalCount), ("open_share", optionalNumber),
    ("value_with_excluded", optionalNumber), ("numerator_with_excluded", optionalNumber),
    ("denominator_with_excluded", optionalCount), ("with_and_without", optionalText),
    ("sentence", SchemaPieces.words), ("how_many", SchemaPieces.text), ("out_of", SchemaPieces.text),
    ("left_out", SchemaPieces.text), ("says_who", SchemaPieces.text),
])
