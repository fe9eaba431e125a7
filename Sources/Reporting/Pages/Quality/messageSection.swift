import Charts
import Tables

/// Every message of the run, those that say the same of several records once.
func messageSection(_ material: PageMaterial) -> Markup {
    guard !material.warnings.isEmpty else { return .paragraph("Nothing was noticed.") }
    let groups = grouped(material.warnings)
    var table = HTMLTable(
        id: "message-table", caption: "Messages",
        columns: [.init("Message"), .init("Code"), .init("Kind"), .init("Times", isNumber: true)])
    for group in groups {
        let first = group.first
        table.add([first.message, first.code, first.severity.rawValue, groupedText(group.count)])
    }
    return .paragraph(
        "pipeline help CODE explains each code. Of faulty records the first of each kind in each file are named in "
            + "run.json, with their lines.")
        + disclosure(counted(groups.count, "message"), table.markup)
}

private func grouped(_ messages: [Diagnostic]) -> [(first: Diagnostic, count: Int)] {
    var places: [String: Int] = [:]
    var groups: [(first: Diagnostic, count: Int)] = []
    for message in messages {
        let key = "\(message.severity.rawValue) \(message.code) \(message.message)"
        if let place = places[key] {
            groups[place].count += 1
        } else {
            places[key] = groups.count
            groups.append((message, 1))
        }
    }
    return groups
}
