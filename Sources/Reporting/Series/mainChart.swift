package import Charts
package import Definitions
package import Tables

/// The chart that a figure's page begins with: stacked columns for bands and mixes, else its months with limits.
package func mainChart(
    of figure: FigureDefinition, in rows: FigureRows, _ definition: PipelineDefinition,
    notes: [(month: Period, words: String)] = []
) -> Drawing? {
    if let bands = bandChart(of: figure, in: rows) { return bands.drawing }
    return FigureSeries(of: figure, in: rows, definition)?.controlChart(notes: notes).drawing
}
