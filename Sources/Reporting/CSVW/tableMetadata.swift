import Tables

/// `<table>.csv-metadata.json`: what a program must know to read a table, after CSV on the Web.
package func tableMetadata(_ table: TableShape, _ header: PageMaterial.Header) -> RenderedFile {
    let record = JSON.object([
        .init(
            "@context",
            .list([.text("http://www.w3.org/ns/csvw"), .object([.init("@language", .text("en"))])])),
        .init("url", .text(table.path)),
        .init("dc:title", .text(table.title)),
        .init("dc:publisher", .text(header.force)),
        .init("dc:rights", .text(header.marking)),
        .init("dc:source", .text("run \(header.run), data to \(header.asOf)")),
        .init(
            "dialect",
            .object([
                .init("encoding", .text("utf-8")), .init("header", .flag(true)), .init("headerRowCount", .integer(1)),
                .init("delimiter", .text(",")), .init("quoteChar", .text("\"")), .init("doubleQuote", .flag(true)),
                .init("lineTerminators", .list([.text("\r\n")])), .init("skipInitialSpace", .flag(false)),
                .init("trim", .flag(false)),
            ])),
        .init(
            "tableSchema",
            .object(
                [.init("columns", .list(table.columns.map(columnRecord)))]
                    + (table.key.isEmpty ? [] : [.init("primaryKey", .list(table.key.map { .text($0) }))]))),
    ])
    return RenderedFile(path: "\(table.path)-metadata.json", bytes: record.bytes)
}

private func columnRecord(_ column: TableColumn) -> JSON {
    .object([
        .init("name", .text(column.name)),
        .init("titles", .text(column.name)),
        .init("dc:description", .text(column.meaning)),
        .init("datatype", datatype(column.kind)),
        .init("null", .text("")),
        .init("required", .flag(column.isRequired)),
    ])
}

private func datatype(_ kind: TableColumn.Kind) -> JSON {
    switch kind {
    case .text: .text("string")
    case .integer: .text("integer")
    case .number: .text("number")
    case .date: .object([.init("base", .text("date")), .init("format", .text("yyyy-MM-dd"))])
    case .instant: .text("dateTime")
    case .flag: .object([.init("base", .text("boolean")), .init("format", .text("yes|no"))])
    }
}
