import Tables

/// Reads a force's `releases.csv`. A line that cannot be read is an error; a KPI that has been retired since is not, for
/// what was released stays released.
func buildReleases(_ texts: DefinitionTexts, figures: [String], findings: Findings) -> [Release] {
    guard let text = texts.below(texts.force).first(where: { $0.path == Release.fileName })?.text,
        text.bytes.contains(where: { $0 != 10 && $0 != 13 && $0 != 32 })
    else { return [] }
    let place = Diagnostic.Location(file: text.shown, line: 1)
    guard let rows = readCSV(text.bytes), let header = rows.first else {
        findings.error(
            .release, "releases.csv is not UTF-8, or leaves a quote open", at: place,
            help: "take back the last edit; pipeline release writes its lines itself")
        return []
    }
    guard header.cells == Release.columns else {
        findings.error(
            .release, "the columns of releases.csv are not those of a register of releases",
            at: .init(file: text.shown, line: header.line),
            help: "its first line is `\(Release.columns.joined(separator: ","))`")
        return []
    }
    return rows.dropFirst().compactMap { row in
        ReleaseReader(cells: row.cells, place: .init(file: text.shown, line: row.line), findings: findings)
            .read(figures: figures)
    }
}

/// One line of the register.
private struct ReleaseReader {
    let cells: [String]
    let place: Diagnostic.Location
    let findings: Findings

    func read(figures: [String]) -> Release? {
        guard cells.count == Release.columns.count else {
            findings.error(
                .release, "a release has \(Release.columns.count) cells, this line \(cells.count)", at: place,
                help: "put a cell that holds a comma in quotes")
            return nil
        }
        if !figures.contains(cell("kpi")) {
            findings.warning(
                .release,
                "there is no KPI \(quoted(cell("kpi"))) any more: how far its release has moved cannot be told",
                at: place, help: suggestion(cell("kpi"), figures))
        }
        guard let period = Period(parsing: cell("period")) else {
            return refuse("period", "a period such as 2026-09, 2026-Q3, FY2026-27, R12-2026-09 or 2025-10..2026-06")
        }
        guard let value = number("value") else { return refuse("value", "a number") }
        guard cell("numerator").isEmpty || number("numerator") != nil else {
            return refuse("numerator", "a number or nothing")
        }
        let denominator = Int(cell("denominator"))
        guard cell("denominator").isEmpty || denominator.map({ $0 >= 0 }) == true else {
            return refuse("denominator", "a whole number or nothing")
        }
        guard let asOf = CivilDate(cell("as_of")) else { return refuse("as_of", "a day such as 2026-09-30") }
        guard let releasedOn = CivilDate(cell("released_on")) else {
            return refuse("released_on", "a day such as 2026-10-09")
        }
        for column in ["kpi", "statistic", "dimension", "member", "to"] where cell(column).isEmpty {
            return refuse(column, "a text")
        }
        let run = cell("run")
        guard !run.isEmpty, run.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
            return refuse("run", "the id of a published run, such as 3f9a1c2b0d41")
        }
        return Release(
            kpi: cell("kpi"), statistic: cell("statistic"), period: period, dimension: cell("dimension"),
            member: cell("member"), value: value, numerator: number("numerator"), denominator: denominator,
            unit: cell("unit"), run: run, asOf: asOf, releasedOn: releasedOn, to: cell("to"), reference: cell("ref"),
            line: place.line ?? 0)
    }

    private func cell(_ column: String) -> String {
        Release.columns.firstIndex(of: column).map { cells[$0] } ?? ""
    }

    private func number(_ column: String) -> Double? {
        Double(cell(column)).flatMap { $0.isFinite ? $0 : nil }
    }

    private func refuse(_ column: String, _ expected: String) -> Release? {
        let found = cell(column).isEmpty ? "is empty" : "is \(quoted(cell(column)))"
        findings.error(.release, "`\(column)` of a release \(found)", at: place, help: "write \(expected)")
        return nil
    }
}
