package import Compute
import Definitions
package import Tables

/// The files of a night's lists: one CSV for each list that the exports can give, and a few lines that say what they
/// are. They hold rows about people, so none of them belongs into the published tree.
package func renderLists(
    _ lists: [SupervisorList], force: String, marking: String, run: String, asOf: CivilDate, byteOrderMark: Bool
) -> [RenderedFile] {
    var files: [RenderedFile] = []
    var lines = ["\(force): lists of rows, \(marking)", "data to \(asOf), run \(run)", ""]
    for list in lists {
        let definition = list.definition
        let name = "\(definition.id).csv"
        lines.append("\(definition.id): \(definition.name)")
        lines.append("  for: \(definition.because)")
        if let obstacle = list.obstacle {
            lines.append("  not made: \(obstacle)")
            continue
        }
        lines.append(
            "  \(name): \(groupedText(list.rows.count)) \(list.rows.count == 1 ? "row" : "rows") \(daysText(list))")
        if !list.withoutData.isEmpty {
            lines.append("  empty, because the exports do not give them: \(list.withoutData.joined(separator: ", "))")
        }
        files.append(RenderedFile(path: name, bytes: csv(list, byteOrderMark: byteOrderMark)))
    }
    let text = lines.map { $0 + "\n" }.joined()
    return files + [RenderedFile(path: "status.txt", bytes: Array(text.utf8))]
}

/// Which days a list is about: `of 2026-09-30`, `of 2026-09-24 to 2026-09-30`.
package func daysText(_ list: SupervisorList) -> String {
    guard let first = list.first else { return "of every day to \(list.last)" }
    return first == list.last ? "of \(first)" : "of \(first) to \(list.last)"
}

private func csv(_ list: SupervisorList, byteOrderMark: Bool) -> [UInt8] {
    var table = CSVWriter(header: list.definition.columns, byteOrderMark: byteOrderMark)
    for row in list.rows {
        for cell in row { table.text(cell) }
        table.endRecord()
    }
    return table.bytes
}
