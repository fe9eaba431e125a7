package import Compute
package import Definitions
import Statistics
import Tables

/// `funnels.csv`: shares among those of many forces for the same span.
package func funnelsCSV(_ rows: [FunnelRow], _ definition: PipelineDefinition, byteOrderMark: Bool) -> CSVWriter {
    var table = CSVWriter(header: funnelsTable.names, byteOrderMark: byteOrderMark)
    let figures = definition.reportedFiguresByID
    for row in rows {
        table.text(row.kpi)
        table.text(figures[row.kpi]?.name ?? "")
        table.text(row.statistic)
        table.text("\(row.period.first)")
        table.text("\(row.period.last)")
        table.text(row.force)
        table.text(row.side.rawValue)
        table.number(row.member.hits)
        table.number(row.member.count)
        table.number(row.value)
        table.integer(row.forces)
        table.number(100 * row.funnel.average)
        for kind in [Funnel.Limits.plain, .widened] {
            for z in [NormalQuantile.z95, NormalQuantile.z998] {
                let limits = row.limits(z: z, kind)
                table.number(limits.lower)
                table.number(limits.upper)
            }
            table.text(row.funnel.place(of: row.member, kind).rawValue)
        }
        table.number(row.funnel.dispersion)
        table.number(100 * row.funnel.addedVariance.squareRoot())
        table.endRecord()
    }
    return table
}
