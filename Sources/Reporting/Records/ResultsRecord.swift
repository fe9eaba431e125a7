package import Compute
package import Definitions
import Tables

/// `results.json`, a figure at a time: the totals nested by KPI, each with its definition and the four-question answer in
/// words.
struct ResultsRecord: Sendable {
    private let definition: PipelineDefinition
    private let head: [JSON.Member]
    private let rows: FigureRows
    private let uncomputed: [String: UncomputedFigure]

    init(_ material: PageMaterial, _ rows: FigureRows) {
        definition = material.definition
        self.rows = rows
        uncomputed = Dictionary(material.uncomputed.map { ($0.kpi, $0) }) { first, _ in first }
        head = [
            .init("schema", .integer(schemaNumber)),
            .init("run", .text(material.header.run)),
            .init("force", .text(material.header.force)),
            .init("marking", .text(material.header.marking)),
            .init("as_of", .text("\(material.header.asOf)")),
        ]
    }

    /// What comes before the figures; all of it where there are none.
    var opening: [UInt8] {
        definition.figures.isEmpty
            ? JSON.object(head + [.init("kpis", .list([]))]).bytes : JSON.opening(head, last: "kpis")
    }

    /// What comes after the figures.
    var closing: [UInt8] { definition.figures.isEmpty ? [] : JSON.closing }

    /// The figure at a place of the definition.
    func figure(at place: Int) -> [UInt8] {
        let figure = definition.figures[place]
        let exclusions = Dictionary(grouping: rows.exclusions(of: figure.id), by: \.period.id)
        return figureRecord(
            figure, rows: rows.totals(of: figure.id), triangle: rows.triangle(of: figure.id),
            uncomputed: uncomputed[figure.id], definition: definition
        ) { exclusions[$0.id] ?? [] }.item(isFirst: place == 0)
    }
}

private func figureRecord(
    _ figure: FigureDefinition, rows: ArraySlice<FigureRow>, triangle: ArraySlice<TriangleRow>,
    uncomputed: UncomputedFigure?,
    definition: PipelineDefinition, exclusions: (Period) -> [ExclusionRow]
) -> JSON {
    .object([
        .init("kpi", .text(figure.id)),
        .init("name", .text(figure.name)),
        .init("headline", .flag(figure.isHeadline)),
        .init("unit", .text(figure.unit.word)),
        .init("better", .text(figure.better.rawValue)),
        .init("table", .text(figure.table)),
        .init("period_column", .text(figure.period)),
        .init("among", .text(figure.amongText)),
        .init("measure", .text(figure.measureText)),
        .init("clock", .optional(figure.clock)),
        .init("basis", .optional(figure.basis)),
        .init("note", .optional(figure.note)),
        .init("question", .optional(figure.question)),
        .init("owner", .text(figure.owner)),
        .init("definition_hash", .text(figure.hash)),
        .init("not_computed_because", .optional(uncomputed?.because)),
        .init(
            "figures",
            .list(
                rows.map { row in
                    rowRecord(row, figure: figure, definition: definition, exclusions: exclusions(row.period))
                })),
        .init("triangle", figure.triangle == nil ? .null : .list(triangle.map(cellRecord))),
    ])
}

private func cellRecord(_ cell: TriangleRow) -> JSON {
    .object([
        .init("cohort", .text(cell.cohort.id)), .init("months_since", .integer(cell.monthsSince)),
        .init("value", .optional(cell.value)), .init("numerator", .optional(cell.numerator)),
        .init("denominator", .optional(cell.denominator)),
    ])
}

/// One figure with the sentence of its verdict and the answers to the four questions.
package func rowRecord(
    _ row: FigureRow, figure: FigureDefinition, definition: PipelineDefinition, exclusions: [ExclusionRow]
) -> JSON {
    let reasons = row.dimension == "all" ? exclusions.map { (reason: $0.reason, count: $0.count) } : []
    let answer = Answer(
        row, figure: figure, standards: definition.standards, exclusions: reasons, sides: definition.parts(of: figure))
    return .object([
        .init("statistic", .text(row.statistic)),
        .init("period_type", .text(row.period.kind.rawValue)),
        .init("period", .text(row.period.id)),
        .init("period_label", .text(row.period.label)),
        .init("period_start", .text("\(row.period.first)")),
        .init("period_end", .text("\(row.period.last)")),
        .init("dimension", .text(row.dimension)),
        .init("member", .text(row.member)),
        .init("value", .optional(row.value)),
        .init("numerator", .optional(row.numerator)),
        .init("denominator", .optional(row.denominator)),
        .init("lower", .optional(row.lower)),
        .init("upper", .optional(row.upper)),
        .init("lowest", .optional(row.lowest)),
        .init("highest", .optional(row.highest)),
        .init("considered", .optional(row.considered)),
        .init("missing", .optional(row.missing)),
        .init("not_evidenced", .optional(row.notEvidenced)),
        .init("not_due", .optional(row.notDue)),
        .init("excluded", .optional(row.excluded)),
        .init("standard", .optional(row.standard?.name)),
        .init("standard_rule", .optional(row.standard?.rule)),
        .init("standard_value", .optional(row.standard?.value)),
        .init("standard_upper", .optional(row.standard?.upper)),
        .init("standard_status", .optional(row.standard?.status)),
        .init("verdict", .optional(row.verdict?.rawValue)),
        .init("state", .text(row.state.rawValue)),
        .init("marker", .optional(row.marker.isEmpty ? nil : row.marker)),
        .init("flags", .text(row.flags.joined(separator: ";"))),
        .init("robust", row.isRobust.map { .flag($0) } ?? .null),
        .init("boundary_value", .optional(row.boundary?.value)),
        .init("boundary_rows", .optional(row.boundary?.rows)),
        .init("open_share", .optional(row.openShare)),
        .init("value_with_excluded", .optional(row.withExcluded?.value)),
        .init("numerator_with_excluded", .optional(row.withExcluded?.numerator)),
        .init("denominator_with_excluded", .optional(row.withExcluded?.denominator)),
        .init("with_and_without", .optional(excludedSentence(row, figure: figure, definition))),
        .init("sentence", .text(verdictSentence(row, figure: figure))),
        .init("how_many", .text(answer.howMany)),
        .init("out_of", .text(answer.outOf)),
        .init("left_out", .text(answer.leftOut)),
        .init("says_who", .text(answer.saysWho)),
    ])
}
