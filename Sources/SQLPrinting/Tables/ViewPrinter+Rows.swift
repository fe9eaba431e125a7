import Definitions
import Expressions

/// Which rows a derived table has, before any column of its own.
extension ViewPrinter {
    func rowQueries() throws -> ViewQueries {
        var queries = ViewQueries()
        let from = Catalogue.name(of: table.from)
        if let expansion = table.expansion {
            try add(expansion, over: from, to: &queries)
            return queries
        }
        guard let chain = table.chain else {
            queries.add(stepName(0), try keptRows(of: from))
            return queries
        }
        let kept = "\(table.name) rows"
        queries.add(kept, try keptRows(of: from))
        try add(chain, over: kept, to: &queries)
        return queries
    }

    /// A rejected or doubtful row whose membership is unknown stays, because it may matter to the bounds.
    private func keptRows(of from: String) throws -> String {
        guard let filter = table.filter else { return "  select t.* from \(quoted(from)) t" }
        let printer = ExpressionPrinter(catalogue, dialect, over: from, as: "t")
        let kept = quoted("is in \(table.name)")
        var mayMatter = "t.\(quoted(ColumnName.state)) <> 0"
        if let doubt = catalogue.doubt(from, "t") { mayMatter += " or \(doubt)" }
        // Its value first: a window cannot stand in `where`.
        return """
              select t.*
              from (select t.*, \(try printer.print(filter)) as \(kept) from \(quoted(from)) t) t
              where coalesce(t.\(kept), \(mayMatter))
            """
    }

    /// Parents are followed while they are in the data; a chain that loops or is longer than its hops keeps its own id.
    private func add(_ chain: TableDefinition.Chain, over kept: String, to queries: inout ViewQueries) throws {
        let from = Catalogue.name(of: table.from)
        let type = try catalogue.column(chain.id, of: from).type
        let id = quoted(ColumnName.stored(chain.id, type))
        let parent = quoted(ColumnName.stored(chain.parent, try catalogue.column(chain.parent, of: from).type))
        let (up, path) = ("\(table.name) parents", "\(table.name) paths")
        let (child, above, hop) = (quoted("child id"), quoted("id above"), quoted("hop"))
        let row = quoted(ColumnName.row)
        queries.isRecursive = true
        // The parent of an id is that of its first row that has one.
        queries.add(
            up,
            """
              select p.\(id) as \(child), p.\(parent) as \(above)
              from (
                select k.\(id), k.\(parent), row_number() over (partition by k.\(id) order by k.\(row)) as \(quoted("place"))
                from \(quoted(kept)) k where k.\(id) is not null and k.\(parent) is not null
              ) p
              where p.\(quoted("place")) = 1
                and exists (select 1 from \(quoted(kept)) k where k.\(id) = p.\(parent))
            """)
        queries.add(
            path,
            """
              select u.\(child), u.\(above), 1 as \(hop) from \(quoted(up)) u
              union all
              select s.\(child), u.\(above), s.\(hop) + 1
              from \(quoted(path)) s join \(quoted(up)) u on u.\(child) = s.\(above)
              where s.\(hop) < \(chain.hops)
            """)
        let column = quoted(ColumnName.stored(chain.column, type))
        queries.add(
            stepName(0),
            """
              select t.*,
                \(comment("\(chain.column): the \(chain.id) that the chain of \(chain.parent) began with, "
                    + "\(chain.hops) hops at most"))
                coalesce(e.\(above), t.\(id)) as \(column)
              from \(quoted(kept)) t
              left join (
                select s.\(child), s.\(above) from \(quoted(path)) s
                where not exists (select 1 from \(quoted(up)) u where u.\(child) = s.\(above))
              ) e on e.\(child) = t.\(id)
            """)
    }
}
