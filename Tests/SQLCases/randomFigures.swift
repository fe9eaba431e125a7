/// KPIs at random over the tables of a case, at least one of every measure that the chances give.
func writeFigures(
    _ shapes: [(table: String, period: [String], shape: Shape)], _ chance: inout Chance
) -> String {
    var figures: [String] = []
    for (place, entry) in shapes.enumerated() {
        for number in 1...3 {
            figures.append(figure("C\(place)\(number)", entry.table, chance.pick(entry.period), entry.shape, &chance))
        }
    }
    let period = chance.pick(shapes[1].period)
    for id in ["D01", "D02"] {
        let share = quoted(writer(shapes[1].shape, &chance).written(.flag, 2))
        figures.append(
            head(id, "items", period, shapes[1].shape, &chance)
                + "\n  share: \(share)\n  unit: percent\n  missing: \(chance.pick(["miss", "leave_out"]))")
    }
    figures.append("- id: D03\n  name: D03\n  difference: { of: D01, minus: D02 }\n  unit: points\n  by: [sort]")
    figures += ratio(shapes, &chance)
    return "kpis:\n" + figures.joined(separator: "\n")
}

/// One count by another: of the same table, by a dimension, or of tables that share none.
private func ratio(
    _ shapes: [(table: String, period: [String], shape: Shape)], _ chance: inout Chance
) -> [String] {
    let other = chance.pick(shapes)
    let sides = [("Q01", other), ("Q02", shapes[1])].map { id, entry in
        head(id, entry.table, chance.pick(entry.period), entry.shape, &chance) + "\n  count: rows\n  unit: things"
    }
    var lines = ["- id: Q03", "name: Q03", "ratio_of: { top: Q01, bottom: Q02 }", "unit: things"]
    if chance.holds(0.5) { lines.append("times: 100") }
    if other.table == "items" { lines.append("by: [\(chance.pick(["sort", "level, sound", "told"]))]") }
    return sides + [lines.joined(separator: "\n  ")]
}

private let measures = [
    "mean", "sum", "bands", "quantiles", "count", "each", "share", "share", "mix", "per", "survival",
]

private func figure(
    _ id: String, _ table: String, _ period: String, _ shape: Shape, _ chance: inout Chance
) -> String {
    var lines = [head(id, table, period, shape, &chance)]
    func text(_ kind: Shape.Kind) -> String { quoted(writer(shape, &chance).written(kind, 2)) }
    let kind = chance.pick([Shape.Kind.duration, .integer])
    let unit = "unit: " + (kind == .duration ? chance.pick(["s", "minutes"]) : "things")
    let measure = chance.pick(table == "expanded" ? measures.filter { $0 != "each" } : measures)
    switch measure {
    case "mean":
        lines += ["mean: \(text(kind))", unit]
        if chance.holds(0.3) { lines.append("times: 100") }
    case "sum": lines += ["sum: \(text(kind))", unit]
    case "bands":
        let edges = kind == .duration ? "[0 s, 10 s, 1 h]" : "[0, 1, 3]"
        lines += [
            "bands: { of: \(text(kind)), edges: \(edges), closed: \(chance.pick(["left", "right"])) }", "unit: percent",
        ]
    case "quantiles": lines += ["quantiles: { of: \(text(kind)), median: 0.5, p90: 0.9, longest: 1 }", unit]
    case "count": lines += ["count: rows", "unit: things"]
    case "each": lines += ["count: rows", "each: hour", "unit: things"]
    case "mix": lines += ["mix: \(text(chance.pick([.text, .kind, .level, .flag])))", "unit: percent"]
    case "per":
        let key = text(chance.pick([.text, .kind, .level, .flag, .integer, .date, .time]))
        lines += [
            "per: { key: \(key), take: count, then: { median: 0.5, p90: 0.9, largest: 1, average: mean } }",
            "unit: things",
        ]
    case "survival":
        let (from, until) = (text(chance.pick([.time, .date])), text(chance.pick([.time, .time, .date])))
        lines += ["survival: { from: \(from), until: \(until) }", "unit: days"]
    default:
        lines += ["share: \(text(.flag))", "unit: percent", "missing: \(chance.pick(["miss", "leave_out"]))"]
        if chance.holds(0.4) {
            let until = text(chance.pick([.time, .date]))
            lines.append("triangle: { until: \(until), upto: \(1 + chance.below(12)) }")
        }
    }
    if ["mean", "sum", "bands", "quantiles"].contains(measure), chance.holds(0.5) {
        lines.append("range: \(kind == .duration ? "[0 s, 2 h]" : "[0, 50]")")
    }
    if chance.holds(0.3) { lines.append("immature: \(text(.flag))") }
    return lines.joined(separator: "\n  ")
}

private func head(
    _ id: String, _ table: String, _ period: String, _ shape: Shape, _ chance: inout Chance
) -> String {
    var lines = ["- id: \(id)", "name: \(id)", "table: \(table)", "period: \(period)"]
    var among: [String] = []
    if !shape.populations.isEmpty, chance.holds(0.6) { among.append(chance.pick(shape.populations)) }
    if chance.holds(0.6) { among.append("(\(writer(shape, &chance).written(.flag, 2)))") }
    if !among.isEmpty { lines.append("among: \(quoted(among.joined(separator: " and ")))") }
    if chance.holds(0.3) {
        lines.append("due: \(quoted(writer(shape, &chance).written(chance.pick([.time, .date]), 1)))")
    }
    if table != "pieces", chance.holds(0.8) {
        lines.append("by: [\(chance.pick(["sort", "level, sound", "size", "told", "hour_of_week, sort"]))]")
    }
    return lines.joined(separator: "\n  ")
}
