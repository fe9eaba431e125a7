import Tables

/// A figure is broken down by dimensions of its table.
@Sendable func checkDimensions(_ checked: Checked, findings: Findings) {
    for item in checked.figures {
        guard let value = item.fields["by"] else { continue }
        for (index, name) in item.figure.by.enumerated() {
            var place = value.location
            if case .list(let items) = value.kind, index < items.count { place = items[index].location }
            if item.figure.by[..<index].contains(name) {
                findings.error(.duplicateName, "`by` names `\(name)` twice", at: place)
            } else if !item.table.dimensions.contains(name), !item.table.failedDimensions.contains(name) {
                findings.error(
                    .unknownDimension, "`\(name)` is not a dimension of \(item.table.name)", at: place,
                    help: suggestion(name, item.table.dimensions))
            }
        }
    }
}
