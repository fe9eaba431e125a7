package import Compute
package import Tables

/// The rows of a run by figure, looked for once for all pages.
package struct FigureRows: Sendable {
    private let results: [FigureRow]
    private let breakdowns: [FigureRow]
    private let exclusions: [ExclusionRow]
    private let triangles: [TriangleRow]
    private let resultPlaces: [String: Range<Int>]
    private let breakdownPlaces: [String: Range<Int>]
    private let exclusionPlaces: [String: Range<Int>]
    private let trianglePlaces: [String: Range<Int>]

    /// The tables are sorted by figure, so that those of one lie together.
    package init(_ material: PageMaterial) {
        results = material.results
        breakdowns = material.breakdowns
        exclusions = material.exclusions
        triangles = material.triangles
        resultPlaces = places(of: material.results)
        breakdownPlaces = places(of: material.breakdowns)
        exclusionPlaces = places(of: material.exclusions, \.kpi)
        trianglePlaces = places(of: material.triangles, \.kpi)
    }

    /// The totals of a figure, sorted by statistic and period.
    package func totals(of figure: String) -> ArraySlice<FigureRow> {
        resultPlaces[figure].map { results[$0] } ?? []
    }

    /// The members of a figure's dimensions.
    package func members(of figure: String) -> ArraySlice<FigureRow> {
        breakdownPlaces[figure].map { breakdowns[$0] } ?? []
    }

    /// What each reason left out of a figure, by period.
    package func exclusions(of figure: String) -> ArraySlice<ExclusionRow> {
        exclusionPlaces[figure].map { exclusions[$0] } ?? []
    }

    package func triangle(of figure: String) -> ArraySlice<TriangleRow> {
        trianglePlaces[figure].map { triangles[$0] } ?? []
    }

    /// The totals of a figure in one period, one for each statistic.
    package func totals(of figure: String, in period: Period) -> [FigureRow] {
        totals(of: figure).filter { $0.period.kind == period.kind && $0.period.first == period.first }
    }
}

/// Where the rows of each figure lie; the first stretch only, should a table not be sorted.
private func places<Row>(of rows: [Row], _ figure: (Row) -> String) -> [String: Range<Int>] {
    var places: [String: Range<Int>] = [:]
    var start = 0
    for place in rows.indices {
        let next = place + 1
        guard next == rows.count || figure(rows[next]) != figure(rows[place]) else { continue }
        if places[figure(rows[place])] == nil { places[figure(rows[place])] = start..<next }
        start = next
    }
    return places
}

/// The same by the lines that many rows have in common, without a look at each row's own.
private func places(of rows: [FigureRow]) -> [String: Range<Int>] {
    guard var line = rows.first?.line else { return [:] }
    var places: [String: Range<Int>] = [:]
    var start = 0
    func end(at place: Int) {
        if places[line.kpi] == nil { places[line.kpi] = start..<place }
        start = place
    }
    for place in rows.indices {
        let next = rows[place].line
        if next === line { continue }
        if next.kpi != line.kpi { end(at: place) }
        line = next
    }
    end(at: rows.count)
    return places
}
