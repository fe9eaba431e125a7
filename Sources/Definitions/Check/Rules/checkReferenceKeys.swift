import Tables

/// A row of a reference table whose key is none of the values that are looked up can never be found: most likely it is
/// misspelt.
@Sendable func checkReferenceKeys(_ checked: Checked, findings: Findings) {
    for reference in checked.references {
        for key in reference.key {
            guard let values = valuesLookedUp(key, of: reference, in: checked),
                let place = reference.columns.firstIndex(where: { $0.name == key })
            else { continue }
            var seen: Set<String> = []
            for row in reference.rows {
                guard case .text(let text) = row[place], !values.contains(text), seen.insert(text).inserted else {
                    continue
                }
                findings.warning(
                    .referenceTable, "no row of \(quoted(text)) is ever looked up: it is not a value of `\(key)`",
                    at: reference.location, help: suggestion(text, values))
            }
        }
    }
}

/// Every value that some relation looks up; nothing when one of them may look up any text, or none does.
private func valuesLookedUp(_ key: String, of reference: ReferenceTable, in checked: Checked) -> [String]? {
    var found: [String] = []
    for table in checked.tables {
        for relation in table.relations where relation.to == .reference(reference.name) {
            for match in relation.match where match.theirs == key {
                guard case .category(let values, _)? = checked.typing.tables[.table(table.name)]?.columns[match.mine]
                else { return nil }
                found += values.filter { !found.contains($0) }
            }
        }
    }
    return found.isEmpty ? nil : found
}
