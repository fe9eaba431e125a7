import Compute
import Definitions
import Expressions

/// Which figures read what a rule looks at, so that a fault can be followed to them.
struct FaultReach {
    private let definition: PipelineDefinition
    private let uncomputed: Set<String>
    /// What each figure reads, in the order of the definitions.
    private let reads: [(figure: FigureDefinition, reads: FigureReads)]
    private let readsByFigure: [String: FigureReads]

    init(_ material: PageMaterial) {
        definition = material.definition
        uncomputed = Set(material.uncomputed.map(\.kpi))
        reads = material.definition.figures.map { ($0, material.definition.reads(of: $0)) }
        readsByFigure = Dictionary(reads.map { ($0.figure.id, $0.reads) }) { first, _ in first }
    }

    /// What a figure reads; nothing for one that this run leaves out.
    func reads(of figure: String) -> FigureReads? {
        readsByFigure[figure]
    }

    /// Figures that rest on some row of a canonical table.
    func figures(reading schema: String) -> [String] {
        reads.filter { $0.reads.schemas.contains(schema) || rows(of: $0.figure) == schema }.map(\.figure.id)
    }

    /// Figures that rest on one column of a canonical table.
    func figures(reading column: FigureReads.Column) -> [String] {
        reads.filter { $0.reads.columns.contains(column) }.map(\.figure.id)
    }

    /// The figures that a rule's failures may touch: for a lost record all of its table, for a value those that read it,
    /// for a rule over related rows those that read some of what it compares.
    func figures(touchedBy line: PageMaterial.RuleLine) -> [String] {
        if let source = definition.sources.first(where: { $0.name == line.place }) {
            if line.action == "reject" || line.action == "stop file" { return figures(reading: source.schema) }
            let named =
                line.column.isEmpty ? compared(by: line.rule) : [.init(schema: source.schema, name: line.column)]
            return figures(readingAny: named)
        }
        return figures(readingAny: compared(by: line.rule))
    }

    /// Figures of these that have no value because a column they need cannot be used.
    func withoutValue(_ ids: [String]) -> [String] {
        ids.filter(uncomputed.contains)
    }

    private func figures(readingAny columns: Set<FigureReads.Column>) -> [String] {
        reads.filter { !$0.reads.columns.isDisjoint(with: columns) }.map(\.figure.id)
    }

    /// The columns that a rule's expectation compares; ids that only lead from row to row are not what it is about.
    private func compared(by rule: String) -> Set<FigureReads.Column> {
        guard let found = definition.rules.first(where: { $0.id == rule }), let expect = found.expect else { return [] }
        switch found.target {
        case .builtIn: return []
        case .source(let schema):
            return Set(expect.references.columns.map { .init(schema: schema, name: $0) })
        case .table(let table):
            return definition.reads(of: expect, over: table).columns
        }
    }

    /// The canonical table whose rows a figure is about.
    private func rows(of figure: FigureDefinition) -> String? {
        var name = figure.table
        while let table = definition.tables.first(where: { $0.name == name }) {
            switch table.from {
            case .source(let schema): return schema
            case .table(let next): name = next
            case .reference: return nil
            }
        }
        return nil
    }
}
