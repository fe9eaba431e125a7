import Expressions

extension PipelineDefinition {
    /// Whether anything computes from the rows of a canonical table by the names of its columns alone: some derived table
    /// is made from it or looks into it, and none is made of the values of one of its lists.
    package func isReadByName(_ schema: String) -> Bool {
        let isRead = tables.contains { table in
            table.from == .source(schema) || table.relations.contains { $0.to == .source(schema) }
        }
        return isRead && !schemas.contains { $0.listOf?.schema == schema }
    }

    /// The name of every column that tables, figures, rules, lists or mappings mention, in whatever table: what is not
    /// among them no run has to keep.
    package var mentionedColumns: Set<String> {
        var all: Set<String> = []
        func add(_ expression: TypedExpression) {
            let references = expression.references
            all.formUnion(references.columns)
            all.formUnion(references.relatedColumns.map(\.name))
        }
        for table in tables {
            if let filter = table.filter { add(filter) }
            for expression in table.expansion?.expressions ?? [] { add(expression) }
            for column in table.columns + table.dimensions { add(column.expression) }
            for population in table.populations {
                for condition in population.selection.conditions { add(condition) }
                for exclusion in population.selection.exclusions { add(exclusion.condition) }
            }
            all.formUnion([table.time, table.chain?.id, table.chain?.parent].compactMap { $0 })
            for relation in table.relations {
                all.formUnion(relation.match.flatMap { [$0.mine, $0.theirs] } + relation.order)
                if let time = relation.validAt { all.insert(time) }
            }
        }
        for figure in reportedFigures + lists.map(\.rows) {
            for (_, expression) in figure.expressions { add(expression) }
            all.formUnion(figure.shows + [figure.period])
        }
        for list in lists { all.formUnion(list.columns + list.order.map(\.column)) }
        for rule in rules {
            if let expect = rule.expect { add(expect) }
            switch rule.action {
            case .blank(let columns): all.formUnion(columns)
            case .set(let assignments):
                for assignment in assignments {
                    all.insert(assignment.column)
                    add(assignment.value)
                }
            case .reject, .warn, .count, .stopFile: break
            }
        }
        for source in sources {
            if let column = source.newestBy { all.insert(column) }
            for case .computed(let expression) in source.columns.map(\.origin) { add(expression) }
        }
        return all
    }
}
