import Definitions
import Tables

/// Finds every mapped column in a file's header.
///
/// All faults are collected, so that one edit of the mapping mends the file.
func mapHeader(_ header: FileHeader, of file: DiscoveredFile, source: SourceDefinition, schema: SchemaDefinition) throws
    -> FileMap
{
    if let fault = wrongDelimiter(header, of: file, source: source) { throw Diagnostics([fault]) }
    if let fault = intervalExport(header, of: file, source: source, schema: schema) { throw Diagnostics([fault]) }
    var finder = HeaderFinder(header: header, file: file, source: source)
    var places: [FileMap.Place] = []
    var days: [Int?] = []
    for mapping in source.columns {
        places.append(finder.place(of: mapping))
        var day: Int?
        if case .timeOfDay(_, let dayHeader, _, _) = mapping.form, places.last != .absent {
            day = finder.find(dayHeader, for: .init(mapping))
        }
        days.append(day)
    }
    let rowCell = source.rowsWith.flatMap {
        finder.find($0.headers, for: .init(rowsOf: source))
    }
    let breaks = finder.lineBreakColumns()
    if !finder.faults.isEmpty { throw Diagnostics(finder.faults) }
    return FileMap(
        places: places, days: days, rowCell: rowCell, fewestCells: header.namedCount, mostCells: header.cells.count,
        headerCells: header.cells.map { Array($0.utf8) }, headerOffset: header.offset,
        layout: RecordLayout(lineBreakColumns: breaks, fieldCount: header.cells.count))
}

/// The columns of a file that no mapping reads, as they are spelt.
func unreadHeaders(_ header: FileHeader, source: SourceDefinition) -> [String] {
    let named = source.columns.flatMap { headersNamed(by: $0) } + (source.rowsWith?.headers ?? [])
    let read = Set(named.map { folded($0) })
    return header.folded.indices.filter { !header.folded[$0].isEmpty && !read.contains(header.folded[$0]) }
        .map { header.cells[$0] }
}

/// Every header that a mapping names, alternatives included.
func headersNamed(by mapping: ColumnMapping) -> [String] {
    var names: [String] =
        switch mapping.origin {
        case .header(let alternatives): alternatives
        case .joined(let parts, _): parts.flatMap(\.headers)
        case .computed, .constant: []
        }
    if case .timeOfDay(_, let dayHeader, _, _) = mapping.form { names += dayHeader }
    return names
}
