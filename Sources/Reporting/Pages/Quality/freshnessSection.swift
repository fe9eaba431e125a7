import Charts

/// The newest record of each source, and when its export is expected.
func freshnessSection(_ material: PageMaterial) -> Markup {
    let lines = sourceLines(material)
    guard !lines.isEmpty else { return .paragraph("No file was read.") }
    var table = HTMLTable(
        id: "freshness-table", caption: "Newest record of each source",
        columns: [
            .init("Source"), .init("Newest record"), .init("Newest export"), .init("Expected by"), .init("State"),
        ])
    for line in lines {
        let files = material.sources.filter { $0.source == line.name }
        let expected = files.map(\.expectedBy).filter { !$0.isEmpty }.max()
        let dated = files.filter { $0.state == "read" }.map(\.exportDate).filter { !$0.isEmpty }.max()
        table.add([
            line.name, line.newest ?? notAvailable, dated ?? notAvailable, expected ?? notApplicable, line.state,
        ])
    }
    return .paragraph("Times are local. A source without an expectation says nothing of when it is late.")
        + table.markup
}
