import Tables

extension Typing {
    /// Reference tables, and those that were written and could not be read: what looks into one of these is checked as
    /// far as it can be.
    mutating func add(_ references: [ReferenceTable], written: [Drafts.Owned]) {
        for draft in written {
            guard let name = draft.fields["table"]?.text else { continue }
            var table = tables[.reference(name)] ?? TableTypes(name: name)
            table.failed.formUnion(draft.fields.mapping("columns").map(\.key))
            tables[.reference(name)] = table
        }
        for reference in references {
            var table = TableTypes(name: reference.name)
            for column in reference.columns { table.columns[column.name] = column.type }
            table.key = reference.key
            table.isDated = reference.validity != nil
            tables[.reference(reference.name)] = table
        }
    }
}
