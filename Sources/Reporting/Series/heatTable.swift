package import Charts
import Compute
package import Definitions
import Tables

/// A figure by the hour of the week, hours down and days across, in five shades that its numbers say as well; nothing for
/// a figure that is not reported so.
///
/// It is of the newest twelve months, or of the newest financial year where the data are shorter.
package func heatTable(of figure: FigureDefinition, in rows: FigureRows) -> Markup? {
    let mine = rows.members(of: figure.id).filter { $0.dimension == hourDimension }
    guard let statistic = mine.first?.statistic, let period = heatPeriod(of: mine.map(\.period)) else { return nil }
    var cells: [Int: FigureRow] = [:]
    for row in mine where row.statistic == statistic && row.period == period {
        if let hour = Int(row.member), (0..<168).contains(hour) { cells[hour] = row }
    }
    let values = cells.values.compactMap(\.value).sorted()
    guard !values.isEmpty else { return nil }
    let few = cells.values.count { $0.value != nil && $0.flags.contains(.small) }
    let isMostlyFew = few * 2 > values.count
    let body = (0..<24).map { hour -> Markup in
        let days = (0..<7).map { day -> Markup in
            let cell = cells[day * 24 + hour]
            guard let row = cell, let value = row.value else {
                return Markup.element("td", ["class": "n"], Markup(cell?.state.shorthand ?? notApplicable))
            }
            let text = plainNumber(row, figure.unit) ?? notAvailable
            let mark = !isMostlyFew && row.flags.contains(.small) ? " \(lowReliability)" : ""
            return Markup.element("td", ["class": "n heat-\(shade(value, among: values))"], Markup(text + mark))
        }
        let name = Markup.element("th", ["scope": "row"], Markup("\(padded(hour, 2)):00"))
        return Markup.element("tr", [:], name + days.joined)
    }
    let head = (["Hour"] + weekdays).map { Markup.element("th", ["scope": "col"], Markup($0)) }.joined
    let id = partID("heat", figure.id)
    let words = [statisticWords(statistic)].filter { !$0.isEmpty }
    let caption = ([figure.name] + words + ["by hour of the week", period.label, figure.unit.word])
        .joined(separator: ", ")
    let table = Markup.element(
        "div", ["class": "scroll", "role": "region", "aria-labelledby": id, "tabindex": "0"],
        .element(
            "table", ["class": "heat"],
            .element("caption", ["id": id], Markup(caption)) + .element("thead", [:], .element("tr", [:], head))
                + .element("tbody", [:], body.joined)))
    var note = "Darker and with a thicker line below: a higher number; each shade is a fifth of the hours."
    if isMostlyFew {
        note += " \(few) of \(values.count) hours rest on fewer rows than a verdict is given for."
    }
    return table + .paragraph(note)
}

private let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

/// 1 to 5, by how many of all values are lower.
private func shade(_ value: Double, among sorted: [Double]) -> Int {
    let lower = sorted.firstIndex { $0 >= value } ?? 0
    return 1 + lower * 5 / sorted.count
}

/// A value as a table says it whose heading names the unit; percent signs stay.
func plainNumber(_ row: FigureRow, _ unit: Unit) -> String? {
    displayText(row, unit: unit).map { text in
        let ending = " " + unit.word
        return text.hasSuffix(ending) ? String(text.dropLast(ending.count)) : text
    }
}
