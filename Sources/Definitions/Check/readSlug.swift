import Tables

/// An id of letters, digits and `-`, which reads well on a command line and in the name of a file; it names one thing only.
func readSlug(
    _ key: String, of fields: Fields, unlike seen: inout Set<String>, findings: Findings
) -> String? {
    guard let id = fields.requiredText(key), let place = fields[key]?.location else { return nil }
    let isGood =
        !id.isEmpty
        && id.utf8.allSatisfy {
            $0 == 45 || (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
        }
    guard isGood else {
        findings.error(
            .badName, "\(quoted(id)) is not an id of \(fields.what)", at: place,
            help: "write letters, digits and `-`, such as `peel-2025-1`")
        return nil
    }
    guard seen.insert(id.lowercased()).inserted else {
        findings.error(.duplicateName, "\(fields.what) has the id \(quoted(id)), which another has", at: place)
        return nil
    }
    return id
}
