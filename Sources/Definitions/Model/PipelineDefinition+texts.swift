import Expressions

extension PipelineDefinition {
    /// Every text that tables, figures, rules and rows of definitions mention, in a fixed order: a run numbers them with
    /// the texts of its exports, because a literal that no row holds is a value like any other.
    package var texts: [String] {
        var all: [String] = []
        func add(_ expression: TypedExpression) { all += expression.references.texts.sorted() }
        for table in tables {
            if let filter = table.filter { add(filter) }
            for expression in table.expansion?.expressions ?? [] { add(expression) }
            for column in table.columns + table.dimensions { add(column.expression) }
            for population in table.populations {
                for condition in population.selection.conditions { add(condition) }
                for exclusion in population.selection.exclusions { add(exclusion.condition) }
            }
        }
        for case .text(let text) in references.flatMap({ $0.rows.joined() }) { all.append(text) }
        for figure in figures {
            for (_, expression) in figure.expressions { add(expression) }
        }
        for list in lists {
            for (_, expression) in list.rows.expressions { add(expression) }
        }
        // What the run counts by canonical table (DQ25) has their names.
        all += schemas.map(\.name)
        for rule in rules {
            all.append(rule.id)
            if case .table(let name) = rule.target { all.append(name) }
            if let expect = rule.expect { add(expect) }
        }
        return all
    }
}
