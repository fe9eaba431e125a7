package import Definitions
package import Expressions

/// What a figure or a rule rests on, however indirectly, so that a fault can be followed to the figures that it touches.
package struct FigureReads: Sendable, Hashable {
    /// A column of a canonical table.
    package struct Column: Sendable, Hashable {
        package let schema: String
        package let name: String

        package init(schema: String, name: String) {
            self.schema = schema
            self.name = name
        }
    }

    package let columns: Set<Column>
    /// By name, sorted.
    package let settings: [String]
    /// Tables whose rows stand in the definitions, by name.
    package let references: Set<String>

    init(_ found: Dependencies) {
        columns = Set(found.columns.map { Column(schema: $0.schema, name: $0.column) })
        settings = found.settings.sorted()
        references = found.references
    }

    /// The canonical tables read.
    package var schemas: Set<String> { Set(columns.map(\.schema)) }
}

extension PipelineDefinition {
    /// What a figure reads; a difference or ratio reads what its two figures read.
    package func reads(of figure: FigureDefinition) -> FigureReads {
        FigureReads(Dependencies(of: figure, in: self))
    }

    /// What an expression over a table reads, such as a rule's expectation.
    package func reads(of expression: TypedExpression, over table: String) -> FigureReads {
        FigureReads(Dependencies(of: expression, in: table, definition: self))
    }
}
