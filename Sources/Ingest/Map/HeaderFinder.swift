import Definitions
import Tables

/// Looks headers up in one file and keeps what it could not find.
struct HeaderFinder {
    let header: FileHeader
    let file: DiscoveredFile
    let source: SourceDefinition
    private(set) var faults: [Diagnostic] = []

    /// What reads a header, for messages.
    struct Reader {
        let name: String
        /// The key of the mapping that names the header.
        let key: String
        let location: Diagnostic.Location

        /// A mapped column.
        init(_ mapping: ColumnMapping) {
            name = mapping.column
            key = "from"
            location = mapping.location
        }

        /// The key `rows_with` of a source.
        init(rowsOf source: SourceDefinition) {
            name = "`rows_with`"
            key = "rows_with"
            location = source.location
        }

        var isColumn: Bool { key == "from" }
    }

    init(header: FileHeader, file: DiscoveredFile, source: SourceDefinition) {
        self.header = header
        self.file = file
        self.source = source
    }

    mutating func place(of mapping: ColumnMapping) -> FileMap.Place {
        switch mapping.origin {
        case .header(let alternatives):
            if mapping.isOptional, !isPresent(alternatives) { return .absent }
            return find(alternatives, for: Reader(mapping)).map { .cell($0) } ?? .absent
        case .joined(let parts, _):
            if mapping.isOptional, !parts.allSatisfy({ isPresent($0.headers) }) { return .absent }
            let found = parts.map { find($0.headers, for: Reader(mapping)) }
            return .joined(found.compactMap { $0 })
        case .computed: return .computed
        case .constant: return .constant
        }
    }

    /// The place of the first alternative that the file has.
    mutating func find(_ alternatives: [String], for reader: Reader) -> Int? {
        for name in alternatives {
            let places = header.places(of: name)
            guard let first = places.first else { continue }
            if places.count > 1 { faults.append(duplicate(name, places, reader)) }
            return first
        }
        faults.append(missing(alternatives, reader))
        return nil
    }

    mutating func lineBreakColumns() -> Set<Int> {
        Set(source.dialect.lineBreakColumns.compactMap { header.places(of: $0).first })
    }

    private func isPresent(_ alternatives: [String]) -> Bool {
        alternatives.contains { !header.places(of: $0).isEmpty }
    }

    private func duplicate(_ name: String, _ places: [Int], _ reader: Reader) -> Diagnostic {
        let numbers = places.map { String($0 + 1) }
        return Diagnostic(
            code: "E0312",
            "the header `\(header.cells[places[0]])` stands \(places.count) times in \(file.name), as columns "
                + "\(numbers.dropLast().joined(separator: ", ")) and \(numbers[numbers.count - 1]); "
                + "which one \(reader.name) reads cannot be known",
            at: reader.location,
            help: "ask the supplier to give each column its own name; nothing in the mapping can tell them apart")
    }

    private func missing(_ alternatives: [String], _ reader: Reader) -> Diagnostic {
        let wanted = alternatives.map { "`\($0)`" }.joined(separator: " or ")
        let optional = reader.isColumn ? "; if some exports lack it, add `optional: true`" : ""
        guard let nearest = nearestHeader(to: alternatives) else {
            return Diagnostic(
                code: "E0311",
                "\(file.name) has no header \(wanted), which \(reader.name) reads; its headers are "
                    + listed(header.cells.filter { !$0.isEmpty }),
                at: reader.location,
                help: "name the header that holds it under `\(reader.key):`\(optional)"
                    + (reader.isColumn ? "; if the force does not record it, leave the column out of the mapping" : ""))
        }
        return Diagnostic(
            code: "E0310",
            "\(file.name) has no header \(wanted), which \(reader.name) reads; the nearest header is `\(nearest)`",
            at: reader.location,
            help: "if the export was renamed, write `any_of: [\((alternatives + [nearest]).joined(separator: ", "))]` "
                + "under `\(reader.key):`, which reads old and new files\(optional)")
    }

    /// The header that was most likely meant, among those that no other mapping reads.
    private func nearestHeader(to alternatives: [String]) -> String? {
        let free = unreadHeaders(header, source: source)
        for name in alternatives {
            if let nearest = nearestName(to: name, among: free) { return nearest }
        }
        for name in alternatives {
            let words = Ingest.folded(name)
            let akin = free.sorted().first { candidate in
                let other = Ingest.folded(candidate)
                return min(words.count, other.count) >= 4 && (contains(words, other) || contains(other, words))
            }
            if let akin { return akin }
        }
        return nil
    }

    private func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard part.count <= text.count else { return false }
        return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
    }
}

/// Names for a message, the first dozen of many.
func listed(_ names: [String]) -> String {
    let shown = names.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > 12 ? shown + " and \(names.count - 12) more" : shown
}
