import Compute
import Definitions
import Tables

/// `kpi/<id>.html` for every figure that was computed. One that was left out or could not be computed has no page.
func figurePages(_ material: PageMaterial, _ rows: FigureRows) -> [Page] {
    let missing = Set(material.uncomputed.map(\.kpi))
    return material.definition.figures.filter { !missing.contains($0.id) }.compactMap { figure in
        FigurePage(figure, material, rows)?.page
    }
}
