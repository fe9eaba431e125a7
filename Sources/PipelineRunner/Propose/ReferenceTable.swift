import Reporting
import RunStore

/// A reference table of a force, by its header: what a code can be looked up in.
struct ReferenceTable {
    /// Below the force's folder.
    let path: String
    let header: [String]

    func gives(_ column: String, by key: String) -> Bool {
        letters(column) != letters(key) && header.contains { letters($0) == letters(column) }
            && header.contains { letters($0) == letters(key) }
    }

    /// The header as the table writes it.
    func header(like name: String) -> String {
        header.first { letters($0) == letters(name) } ?? name
    }
}

/// The reference tables beside a force's definitions.
func referenceTables(in folder: String) -> [ReferenceTable] {
    System.names(in: "\(folder)/reference").filter { $0.hasSuffix(".csv") }.compactMap { name in
        guard let bytes = try? System.read("\(folder)/reference/\(name)") else { return nil }
        return ReferenceTable(path: "reference/\(name)", header: readTable(bytes).header)
    }
}
