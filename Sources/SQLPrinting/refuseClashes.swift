package import Definitions
package import Tables

/// Refuses definitions whose names SQL could not tell apart from those that kept tables add.
package func refuseClashes(in definition: PipelineDefinition) throws(Diagnostic) {
    for schema in definition.schemas {
        var names: Set<String> = []
        for column in KeptTable.columns(of: schema) where !names.insert(column.name).inserted {
            throw Diagnostic(
                code: "E0266", "the table \(schema.name) would have two columns named \(column.name) in SQL",
                at: schema.location, help: "rename the column of \(schema.name) that gives that name")
        }
    }
    let kept = Set(KeptTable.ofEveryRun.map(\.name))
    let named = definition.tables.map { ($0.name, $0.location) } + definition.references.map { ($0.name, $0.location) }
    for (name, location) in named where kept.contains(name) {
        throw Diagnostic(
            code: "E0266", "the table \(name) has the name of one that is kept with every run", at: location,
            help: "give it another name")
    }
}

/// The codes of messages that printing SQL gives, for `pipeline help CODE`.
package let sqlCodes: [CodeExplanation] = [
    CodeExplanation(
        code: "E0266", title: "a name that SQL could not tell apart",
        meaning:
            "Kept tables add row_id, row_state and row_file to every canonical table, and _ms, _off or _day to the names of "
            + "times and dates; a definition has the same name.",
        remedy: "Rename the column or table that the message names.")
]
