import Compute
import Definitions
import Spreadsheet
import Tables

/// Every file of an export, its hash and where each of its records went.
func sourcesSheet(_ material: PageMaterial) -> Sheet {
    var maker = SheetMaker(
        "Sources", title: "Files that were read and where their records went", table: "files_of_sources",
        columns: [
            ("Source", 18), ("File", 44), ("Export date", 12), ("State", 12), ("Records", 11), ("Header", 9),
            ("Accepted", 11), ("Rejected", 10), ("Superseded", 11), ("Removed", 10), ("Duplicate", 10), ("Skipped", 10),
            ("After the as-of", 10), ("Newest record", 28), ("Expected by", 14), ("SHA-256", 70),
        ])
    for source in material.sources {
        maker.add(
            [.text(source.source), .text(source.file), .words(source.exportDate), .text(source.state)]
                + source.ledger.counts.map { .count($0.count) }
                + [.words(source.newestRecord), .words(source.expectedBy), .words(source.sha256)])
    }
    return maker.sheet(material, notes: ["Every record of a file has one fate: the counts after Records add up to it."])
}

/// How often each rule about the data failed, by source and column.
func rulesSheet(_ material: PageMaterial) -> Sheet {
    var maker = SheetMaker(
        "Data rules", title: "Rules about the data and how often they failed", table: "rules_about_the_data",
        columns: [
            ("Rule", 10), ("Where", 24), ("Column", 24), ("Action", 12), ("Failed", 10), ("Checked", 12),
            ("Share failed, percent", 14),
        ])
    for line in material.rules {
        let share = line.checked.flatMap { $0 > 0 ? Double(line.count) / Double($0) * 100 : nil }
        maker.add([
            .text(line.rule), .text(line.place), .words(line.column), .text(line.action), .count(line.count),
            .count(line.checked), share.map { .number($0, decimals: 2) } ?? .absent("[z]"),
        ])
    }
    return maker.sheet(material, notes: ["quality.html says what each rule means."])
}

/// How many rows each reason left out, by financial year.
func exclusionsSheet(_ material: PageMaterial) -> Sheet {
    var maker = SheetMaker(
        "Exclusions", title: "Rows left out by declared reasons, by financial year", table: "exclusions_by_year",
        columns: [
            ("KPI", 10), ("Name", 44), ("Financial year", 14), ("Order", 9), ("Reason", 32), ("Rows left out", 12),
        ])
    let names = Dictionary(material.definition.reportedFigures.map { ($0.id, $0.name) }) { first, _ in first }
    for row in material.exclusions where row.period.kind == .financialYear {
        maker.add([
            .text(row.kpi), .words(names[row.kpi]), .text(row.period.label), .count(row.order), .text(row.reason),
            .count(row.count),
        ])
    }
    return maker.sheet(
        material,
        notes: ["Reasons are tried in their order; a row counts under the first. Other periods: exclusions.csv."])
}

/// What every KPI counts, out of what, by which clock, and whose definition it is.
func definitionsSheet(_ material: PageMaterial) -> Sheet {
    var maker = SheetMaker(
        "Definitions", title: "Definitions of the KPIs", table: "definitions_of_kpis",
        columns: [
            ("KPI", 14), ("Name", 44), ("Headline", 10), ("Unit", 12), ("Better", 10), ("Measure", 60), ("Among", 60),
            ("Period by", 18), ("Clock", 36), ("Basis", 36), ("Standard", 18), ("Question of inspections", 28),
            ("Owner", 14), ("Changed by the force", 12), ("Note", 60), ("Definition hash", 20),
        ])
    for figure in material.definition.reportedFigures {
        maker.add([
            .text(figure.id), .text(figure.name), .text(figure.isHeadline ? "yes" : "no"), .text(figure.unit.word),
            .text(figure.better.rawValue), .words(figure.measureText), .words(figure.amongText), .words(figure.period),
            .words(figure.clock), .words(figure.basis), .words(figure.standard), .words(figure.question),
            .text(figure.owner), .text(figure.change == nil ? "no" : "yes"), .words(figure.note), .text(figure.hash),
        ])
    }
    return maker.sheet(material, notes: ["definitions.html has the same in plain English, with SQL and settings."])
}
