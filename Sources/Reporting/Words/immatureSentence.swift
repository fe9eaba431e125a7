package import Compute
package import Definitions

/// Why a period is not final, without a full stop: "Immature: 34.2% of these crimes have no outcome yet (limit 10%)".
package func immatureSentence(_ row: FigureRow, figure: FigureDefinition) -> String {
    guard let share = row.openShare else {
        let parts = figure.measure.sides
        return parts.isEmpty
            ? "Immature: too few have ended yet" : "Immature: \(parts.joined(separator: " or ")) is not final"
    }
    let limit = row.immatureAbove
    let text = displayText(share, unit: .percent, apartFrom: limit.map { [$0] } ?? [])
    let rows = figure.table == "crimes" ? "crimes have no outcome yet" : "rows are not finished yet"
    return "Immature: \(text) of these \(rows)" + (limit.map { " (limit \(levelText($0, unit: .percent)))" } ?? "")
}
