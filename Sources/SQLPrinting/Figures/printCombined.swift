import Definitions

/// What two figures come to together: both counted as figures of their own, by the members that either has.
///
/// Both have the periods of `periods`, where their tables are not of one source. Where an excluded period leaves out rows of one of them, both are counted with those rows too.
func printCombined(
    _ figure: FigureDefinition, _ first: String, _ second: String, _ catalogue: Catalogue, _ dialect: SQLDialect,
    periods: SchemaDefinition? = nil,
    lines: (_ first: FigurePrinter, _ second: FigurePrinter) throws -> String
) throws -> String {
    let figures = try [first, second].map { try catalogue.figure($0, for: figure) }
    func printer(_ figure: FigureDefinition, _ side: String, by: [String]) throws -> FigurePrinter {
        try FigurePrinter(figure, catalogue, dialect, by: by, side: side, periods: periods)
    }
    let sides = try figures.map { try printer($0, $0.id, by: figure.by) }
    let members = "each one"
    func queries(_ sides: [FigurePrinter]) throws -> [FigurePrinter.Query] {
        try sides.flatMap { try $0.dayQueries() }
    }
    func byPeriod(_ sides: [FigurePrinter]) -> [FigurePrinter.Query] {
        sides.map { ($0.named("by period"), $0.byPeriod(members: members)) }
    }
    let whole = try FigurePrinter(figure, catalogue, dialect)
    var all = try queries(sides) + [(members, sides[0].members(of: sides))] + byPeriod(sides)
    guard figures.contains(where: { catalogue.withExcluded($0) != nil }) else {
        return "\(whole.heading)\n\(whole.with(all))\n\(try lines(sides[0], sides[1]))\n\(FigurePrinter.order)"
    }
    var others = sides
    for (place, side) in figures.enumerated() {
        guard let more = catalogue.withExcluded(side) else { continue }
        others[place] = try printer(more, "\(side.id) \(FigurePrinter.withExcluded)", by: figure.by)
        all += try queries([others[place]]) + byPeriod([others[place]])
    }
    all.append((FigurePrinter.withoutExcludedPeriods, try lines(sides[0], sides[1])))
    let overlaps = "where \(catalogue.overlaps(figures, "b"))"
    all.append((FigurePrinter.withExcludedPeriods, "\(try lines(others[0], others[1]))\n\(overlaps)"))
    return "\(whole.heading)\n\(whole.with(all))\n\(FigurePrinter.withAndWithout)"
}
