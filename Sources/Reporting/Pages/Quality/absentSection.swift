import Charts
import Compute
import Definitions
import Tables

/// Figures and sources that the run has nothing of, each with the reason.
func absentSection(_ material: PageMaterial, _ links: FigureLinks) -> Markup {
    var items: [Markup] = []
    items += material.leftOutSources.map { Markup("source \($0.source) of \($0.table): left out, \($0.because)") }
    items += material.notSupplied.map { Markup("\($0): no source supplies it") }
    let left = Set(material.definition.leftOut.map(\.id))
    items += material.definition.leftOut.map { links.named($0.id) + Markup(": left out, \($0.because)") }
    items += material.uncomputed.filter { !left.contains($0.kpi) }.map { found in
        links.named(found.kpi) + Markup(": \(found.state.words), \(found.because)")
    }
    return items.isEmpty
        ? .paragraph("No figure is left out, and every canonical table has a source.") : .list(items)
}
