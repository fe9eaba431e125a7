package import Definitions
import Tables

/// The schema file of kept tables: one `create table` for each CSV, its columns explained, and the line that fills it.
package func printSchema(_ definition: PipelineDefinition, dialect: SQLDialect = .duckDB) -> String {
    var parts = [
        comment("Tables of \(definition.force), to be loaded by \(dialect.name) from the folder that holds this file.")
            + "\n" + comment("An unquoted empty cell is null. Private: rows of persons, under pseudonyms at best.")
    ]
    for schema in definition.schemas {
        parts.append(
            table(
                KeptTable.source(schema.name), "The cleaned rows of \(schema.name), rejected ones included.",
                KeptTable.columns(of: schema), dialect))
    }
    for reference in definition.references {
        parts.append(table(reference.name, "Rows of the definitions.", KeptTable.columns(of: reference), dialect))
    }
    for kept in KeptTable.ofEveryRun { parts.append(table(kept.name, kept.note, kept.columns, dialect)) }
    return parts.joined(separator: "\n\n") + "\n"
}

private func table(_ name: String, _ note: String, _ columns: [KeptColumn], _ dialect: SQLDialect) -> String {
    let lines = columns.enumerated().map { place, column in
        "  \(quoted(column.name)) \(dialect.type(of: column.type))\(place + 1 < columns.count ? "," : "")  "
            + comment(column.note)
    }
    return """
        \(comment(note))
        create or replace table \(quoted(name)) (
        \(lines.joined(separator: "\n"))
        );
        \(dialect.fill(quoted(name), literal("\(name).csv")))
        """
}
