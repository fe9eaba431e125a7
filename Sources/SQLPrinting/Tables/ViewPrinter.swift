import Definitions
import Expressions
import Tables

/// Prints a derived table as a view: its rows, then its columns step by step, each step reading only those before it.
struct ViewPrinter {
    let catalogue: Catalogue
    let dialect: SQLDialect
    let table: TableDefinition
    /// Populations that some expression asks about; the others are only ever counted by figures.
    let populations: Set<String>

    /// A column that the view adds, with what it reads of the table itself.
    struct Item {
        let name: String
        /// As written in YAML.
        let note: String
        let reads: Set<String>
        let print: (ExpressionPrinter) throws -> String
    }

    func print() throws -> String {
        var queries = try rowQueries()
        let items = try self.items()
        var done: Set<String> = []
        var rest = items
        var from = stepName(0)
        while !rest.isEmpty {
            let ready = rest.filter { $0.reads.subtracting(done).isDisjoint(with: rest.map(\.name)) }
            guard !ready.isEmpty else { throw PrintingFault.notPrintable("the columns of \(table.name)") }
            let printer = ExpressionPrinter(
                catalogue, dialect, over: table.name, as: "t", ownRows: quoted(from))
            let columns = try ready.map { item in
                "    \(comment(item.note))\n    \(try item.print(printer)) as \(quoted(item.name))"
            }
            let query = "  select t.*,\n\(columns.joined(separator: ",\n"))\n  from \(quoted(from)) t"
            from = stepName(queries.steps)
            queries.add(from, query)
            done.formUnion(ready.map(\.name))
            rest.removeAll { item in ready.contains { $0.name == item.name } }
        }
        let recursive = queries.isRecursive ? "recursive " : ""
        return """
            \(comment("\(table.name): \(origin)"))
            create or replace view \(quoted(table.name)) as
            with \(recursive)\(queries.text)
            select * from \(quoted(from));
            """
    }

    func stepName(_ step: Int) -> String { "\(table.name) step \(step)" }

    private var origin: String {
        let from = Catalogue.name(of: table.from)
        if table.expansion != nil { return "several rows for each row of \(from)" }
        return table.filter == nil ? "one row for each row of \(from)" : "rows of \(from)"
    }

    private func items() throws -> [Item] {
        var items: [Item] = []
        for column in table.columns {
            items.append(
                Item(
                    name: ColumnName.stored(column.name, column.expression.type),
                    note: "\(column.name): \(column.text)", reads: try reads([column.expression]),
                    print: { try $0.print(column.expression) }))
        }
        for population in table.populations where populations.contains(population.name) {
            let selection = population.selection
            items.append(
                Item(
                    name: ColumnName.population(population.name, of: table.name),
                    note: "whether \(population.name) holds the row",
                    reads: try reads(selection.conditions + selection.exclusions.map(\.condition)),
                    print: { try $0.holds(selection) }))
        }
        for dimension in table.dimensions {
            items.append(
                Item(
                    name: ColumnName.dimension(dimension.name, of: table.name),
                    note: "dimension \(dimension.name): \(dimension.text)", reads: try reads([dimension.expression]),
                    print: { try $0.print(dimension.expression) }))
        }
        return items
    }

    /// The columns that expressions need of the table's rows, own and related.
    private func reads(_ expressions: [TypedExpression]) throws -> Set<String> {
        var found: Set<String> = []
        func add(_ column: String, of table: String) throws {
            let type = try catalogue.column(column, of: table).type
            found.insert(ColumnName.stored(column, type))
        }
        func add(population: String, of table: String) throws {
            let home = try catalogue.home(ofPopulation: population, of: table)
            found.insert(ColumnName.population(population, of: home))
        }
        for references in expressions.map(\.references) {
            for column in references.columns { try add(column, of: table.name) }
            for population in references.populations { try add(population: population, of: table.name) }
            for name in references.relations {
                let (relation, home) = try catalogue.relation(name, of: table.name)
                guard home == table.name else { continue }
                for match in relation.match { try add(match.mine, of: table.name) }
                if let time = relation.validAt { try add(time, of: table.name) }
                guard relation.to == .table(table.name) else { continue }
                for column in relation.match.map(\.theirs) + relation.order { try add(column, of: table.name) }
                for related in references.relatedColumns where related.relation == name {
                    try add(related.name, of: table.name)
                }
                for related in references.relatedPopulations where related.relation == name {
                    try add(population: related.name, of: table.name)
                }
            }
            let isDated = references.settings.contains { (catalogue.settings[$0]?.values.count ?? 0) > 1 }
            if isDated, let time = catalogue.time(of: table.name) { try add(time, of: table.name) }
        }
        return found
    }
}

/// The named queries of a view, in order.
struct ViewQueries {
    private(set) var text = ""
    private(set) var steps = 0
    var isRecursive = false

    mutating func add(_ name: String, _ query: String) {
        if !text.isEmpty { text += ",\n" }
        text += "\(quoted(name)) as (\n\(query)\n)"
        if name.contains(" step ") { steps += 1 }
    }
}
