import Definitions
import Tables

/// Which header most likely feeds each column: the same letters first, then the same words, then nearly the same name.
/// Every header feeds at most one column.
func matchHeaders(_ headers: [String], to schema: SchemaDefinition) -> [String: Int] {
    var matches: [String: Int] = [:]
    var free = Array(headers.indices)
    func match(_ test: (_ header: String, _ column: String) -> Bool) {
        for column in schema.columns where matches[column.name] == nil {
            guard let place = free.first(where: { test(headers[$0], column.name) }) else { continue }
            matches[column.name] = place
            free.removeAll { $0 == place }
        }
    }
    match { letters($0) == letters($1) }
    match { header, column in
        let words = Set(words(header))
        return !words.isEmpty && words == Set(parts(column))
    }
    match { header, column in
        let stem = parts(column).filter { !["at", "s", "id", "hash"].contains($0) }
        return !stem.isEmpty && Set(stem).isSubset(of: Set(words(header)))
    }
    match { nearestName(to: letters($0), among: [letters($1)]) != nil && letters($0).count > 4 }
    return matches
}

private func letters(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
}

private func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
}

private func parts(_ column: String) -> [String] {
    column.split(separator: "_").map(String.init)
}
