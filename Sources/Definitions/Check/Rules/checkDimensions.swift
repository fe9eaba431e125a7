import Tables

/// A figure is broken down by dimensions of its table; a ratio by those that the tables of both its counts have.
@Sendable func checkDimensions(_ checked: Checked, findings: Findings) {
    for item in checked.figures {
        guard let value = item.fields["by"] else { continue }
        let tables = [item.table] + topTable(of: item, in: checked)
        for (index, name) in item.figure.by.enumerated() {
            var place = value.location
            if case .list(let items) = value.kind, index < items.count { place = items[index].location }
            if item.figure.by[..<index].contains(name) {
                findings.error(.duplicateName, "`by` names `\(name)` twice", at: place)
            } else if let other = tables.first(where: { !has(name, $0) }) {
                findings.error(
                    .unknownDimension, "`\(name)` is not a dimension of \(other.name)", at: place,
                    help: suggestion(
                        name, tables.dropFirst().reduce(tables[0].dimensions) { $0.filter($1.dimensions.contains) }))
            }
        }
    }
}

private func has(_ name: String, _ table: TableTypes) -> Bool {
    table.dimensions.contains(name) || table.failedDimensions.contains(name)
}

/// The table of what stands above the line, where it is another.
private func topTable(of item: CheckedFigure, in checked: Checked) -> [TableTypes] {
    guard case .ratioOf(top: let id, _) = item.figure.measure,
        let top = checked.figures.first(where: { $0.figure.id == id }), top.figure.table != item.figure.table
    else { return [] }
    return [top.table]
}
