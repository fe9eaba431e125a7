/// Rows as aligned columns, numbers to the right; the last column is not padded.
func textTable(header: [String], rows: [[String]], numeric: Set<Int> = []) -> [String] {
    let all = [header] + rows
    let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { cells in
        var line = ""
        for (column, cell) in cells.enumerated() {
            let padding = String(repeating: " ", count: widths[column] - cell.count)
            if numeric.contains(column) {
                line += padding + cell
            } else {
                line += column == cells.count - 1 ? cell : cell + padding
            }
            if column < cells.count - 1 { line += "  " }
        }
        while line.hasSuffix(" ") { line.removeLast() }
        return line
    }
}
