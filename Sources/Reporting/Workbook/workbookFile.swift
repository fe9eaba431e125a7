import Spreadsheet
package import Tables

/// `peel-kpis.xlsx`: the figures by the rules for spreadsheets of public bodies (REPORTS section 2.1), one marked-up table
/// a sheet, every number as the tables have it and shown with the decimals that pages use.
package func workbookFile(_ material: PageMaterial, _ rows: FigureRows) throws(Diagnostic) -> RenderedFile {
    let tables = tableSheets(material, rows)
    let sheets = [coverSheet(material), contentsSheet(material, tables), notesSheet(material)] + tables
    let header = material.header
    let workbook = Workbook(
        properties: Workbook.Properties(
            title: "Police performance figures, \(header.force)", author: header.force,
            subject: "Data to \(Period.text(header.asOf)), run \(header.run)", marking: header.marking,
            comments: "\(header.marking). Rendered from run \(header.run) by pipeline \(header.programVersion).",
            created: header.asOf.days * 86_400),
        sheets: sheets)
    return RenderedFile(path: "peel-kpis.xlsx", bytes: try workbook.bytes())
}

/// The sheets that hold figures and what stands behind them, in the order of the tabs.
private func tableSheets(_ material: PageMaterial, _ rows: FigureRows) -> [Sheet] {
    [monthlySheet(material, rows), headlineSheet(material, rows)] + resultSheets(material)
        + [
            findingsSheet(material), comparisonsSheet(material), exclusionsSheet(material), sourcesSheet(material),
            rulesSheet(material), uncomputedSheet(material), definitionsSheet(material),
        ]
}
