import Tables

/// What is shown of each row are columns of the figure's table, and never one that must not be shown.
@Sendable func checkShownColumns(_ checked: Checked, findings: Findings) {
    for item in checked.figures {
        guard let value = item.fields["shows"] else { continue }
        for (index, name) in item.figure.shows.enumerated() {
            var place = value.location
            if case .list(let items) = value.kind, index < items.count { place = items[index].location }
            if item.figure.shows[..<index].contains(name) {
                findings.error(.duplicateName, "`shows` names `\(name)` twice", at: place)
            } else if item.table.sensitive.contains(name) {
                findings.error(
                    .badValue, "`\(name)` is sensitive and is never shown", at: place, help: "leave it out")
            } else if item.table.columns[name] == nil, !item.table.failed.contains(name) {
                findings.error(
                    .unknownColumn, "`\(name)` is not a column of \(item.table.name)", at: place,
                    help: suggestion(name, item.table.columnNames))
            }
        }
    }
}
