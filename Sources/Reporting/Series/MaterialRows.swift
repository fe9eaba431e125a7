package import Compute

/// The lines of a run by figure, sorted once: a page per figure would read hundreds of thousands of lines for each.
package struct MaterialRows: Sendable {
    private let totals: [String: [FigureRow]]
    private let members: [String: [FigureRow]]

    package init(_ material: PageMaterial) {
        totals = Dictionary(grouping: material.results, by: \.kpi)
        members = Dictionary(grouping: material.breakdowns, by: \.kpi)
    }

    /// Totals of a figure, in the order of the results.
    package func totals(of kpi: String) -> [FigureRow] { totals[kpi] ?? [] }

    /// Members of a figure's dimensions, in the order of the breakdowns.
    package func members(of kpi: String) -> [FigureRow] { members[kpi] ?? [] }
}
