package import Compute
package import Definitions
import Tables

/// The breaks in a figure's series and the spans that the force leaves out of it, each with who says so.
package func calendarLines(
    _ figure: FigureDefinition, _ definition: PipelineDefinition
) -> [(label: String, text: String)] {
    let breaks = definition.breaks(of: figure).map { found in
        let rebased = found.isRebased ? ", limits begin anew" : ""
        return "\(Period.text(found.on)): \(found.label)\(rebased) (\(found.id); \(found.authority))"
    }
    let spans = definition.excludedPeriods(of: figure).map {
        "\(daysText($0.first, $0.last)): \($0.reason) (\($0.exclusionReason); \($0.authority))"
    }
    return breaks.map { ("break", $0) } + spans.map { ("excluded", $0) }
}

/// The breaks inside the period of one line, so that nobody sets it beside earlier ones unawares.
package func breakLines(
    _ row: FigureRow, _ figure: FigureDefinition, _ definition: PipelineDefinition
) -> [String] {
    definition.breaks(of: figure).filter { row.period.range.contains($0.on.days) }.map {
        "Break on \(Period.text($0.on)): \($0.label) (\($0.authority))."
    }
}
