package import Definitions
import Expressions
import Tables

/// The SQL of a pipeline in its parts: what every figure shares once, and a statement for each figure.
package struct SQLParts: Sendable {
    /// What the tables are and how they spell times, as comments.
    package let header: String
    /// By canonical table: the days that its exports cover.
    package let coverage: [(schema: String, text: String)]
    /// One view for each derived table.
    package let views: [(table: String, text: String)]
    package let figures: [(kpi: String, text: String)]

    /// Everything in the order in which it can be run.
    package var text: String {
        ([header] + coverage.map(\.text) + views.map(\.text) + figures.map(\.text)).joined(separator: "\n\n") + "\n"
    }
}

/// The SQL of a pipeline, or of some of its figures, over the tables that `pipeline tables` writes.
///
/// One view for each derived table, one statement for each figure, in the order of the definitions. Without ids every
/// figure is printed, with them only those and the views that they need.
package func printSQL(
    _ definition: PipelineDefinition, kpis: [String]? = nil, dialect: SQLDialect = .duckDB
) throws -> String {
    try printSQLParts(definition, kpis: kpis, dialect: dialect).text
}

/// The same, part by part.
package func printSQLParts(
    _ definition: PipelineDefinition, kpis: [String]? = nil, dialect: SQLDialect = .duckDB
) throws -> SQLParts {
    try refuseClashes(in: definition)
    let catalogue = Catalogue(definition)
    let figures = definition.figures.filter { kpis?.contains($0.id) ?? true }
    let sides = figures.flatMap(\.measure.sides)
    let counted = definition.figures.filter { figure in
        figures.contains { $0.id == figure.id } || sides.contains(figure.id)
    }
    let needed = catalogue.tablesNeeded(by: counted)
    let schemas = definition.schemas.filter { schema in
        counted.contains { catalogue.root(of: $0.table)?.name == schema.name }
    }
    let populations = try catalogue.populationsAsked()
    let views = try definition.tables.filter { kpis == nil || needed.contains($0.name) }.map { table in
        let view = ViewPrinter(
            catalogue: catalogue, dialect: dialect, table: table, populations: populations[table.name] ?? [])
        return (table: table.name, text: try view.print())
    }
    return SQLParts(
        header: header(definition, dialect),
        coverage: schemas.map { (schema: $0.name, text: coverageViews(of: $0, dialect)) }, views: views,
        figures: try figures.map { (kpi: $0.id, text: try statement($0, catalogue, dialect)) })
}

/// A figure's statement, and that of its triangle.
private func statement(_ figure: FigureDefinition, _ catalogue: Catalogue, _ dialect: SQLDialect) throws -> String {
    let own =
        switch figure.measure {
        case .difference(of: let own, minus: let other):
            try printDifference(figure, of: own, minus: other, catalogue, dialect)
        case .ratioOf(top: let top, bottom: let bottom):
            try printRatio(figure, top: top, bottom: bottom, catalogue, dialect)
        default: try FigurePrinter(figure, catalogue, dialect).print()
        }
    guard let triangle = figure.triangle else { return own }
    return own + "\n\n" + (try printTriangle(figure, triangle, catalogue, dialect))
}

private func header(_ definition: PipelineDefinition, _ dialect: SQLDialect) -> String {
    [
        "\(definition.force): figures as SQL for \(dialect.name), over the tables that `pipeline tables --out DIR` writes.",
        "Load them first: schema.sql in that folder. Instants are UTC milliseconds (…_ms), durations milliseconds, days",
        "counted from 1970-01-01 (…_day); local readings add the offset that the tables hold, so no zone is ever asked.",
        "Rejected records (row_state 1, or 2 when unreadable) never count in a figure: they widen lowest and highest.",
    ].map { comment($0) }.joined(separator: "\n")
}

extension Catalogue {
    /// The derived tables that figures rest on: their own, those that these are made from, and those looked into.
    fileprivate func tablesNeeded(by figures: [FigureDefinition]) -> Set<String> {
        var needed: Set<String> = []
        var waiting = figures.map(\.table)
        while let name = waiting.popLast() {
            guard let table = table(name), needed.insert(name).inserted else { continue }
            waiting.append(Catalogue.name(of: table.from))
            waiting += table.relations.map { Catalogue.name(of: $0.to) }
        }
        return needed
    }

    /// By table, the populations that some expression asks about.
    fileprivate func populationsAsked() throws -> [String: Set<String>] {
        var asked: [String: Set<String>] = [:]
        func note(_ expression: TypedExpression?, over table: String) throws {
            guard let references = expression?.references else { return }
            for name in references.populations {
                asked[try home(ofPopulation: name, of: table), default: []].insert(name)
            }
            for related in references.relatedPopulations {
                let target = Catalogue.name(of: try relation(related.relation, of: table).relation.to)
                asked[try home(ofPopulation: related.name, of: target), default: []].insert(related.name)
            }
        }
        func note(_ selection: Selection, over table: String) throws {
            for expression in selection.conditions + selection.exclusions.map(\.condition) {
                try note(expression, over: table)
            }
        }
        for table in definition.tables {
            try note(table.filter, over: Catalogue.name(of: table.from))
            for expression in table.expansion?.expressions ?? [] {
                try note(expression, over: Catalogue.name(of: table.from))
            }
            for column in table.columns + table.dimensions { try note(column.expression, over: table.name) }
            for population in table.populations { try note(population.selection, over: table.name) }
        }
        for figure in definition.figures {
            try note(figure.among, over: figure.table)
            for (_, expression) in figure.expressions { try note(expression, over: figure.table) }
        }
        return asked
    }
}
