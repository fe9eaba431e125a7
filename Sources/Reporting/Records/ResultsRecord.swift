import Compute
import Definitions
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
    let records = RowRecords(of: figure, definition)
    return .object([
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
        .init("figures", .list(rows.map { records.record(of: $0, exclusions: exclusions($0.period)) })),
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
