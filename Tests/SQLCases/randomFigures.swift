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
    return "kpis:\n" + figures.joined(separator: "\n")
}

private func figure(
    _ id: String, _ table: String, _ period: String, _ shape: Shape, _ chance: inout Chance
) -> String {
    var lines = [head(id, table, period, shape, &chance)]
    func text(_ kind: Shape.Kind) -> String { quoted(writer(shape, &chance).written(kind, 2)) }
    let isMeasured = chance.holds(0.5)
    let kind = isMeasured ? chance.pick([Shape.Kind.duration, .integer]) : .flag
    let unit = kind == .duration ? chance.pick(["s", "minutes"]) : "things"
    switch (isMeasured, chance.below(4)) {
    case (true, 0): lines += ["mean: \(text(kind))", "unit: \(unit)"]
    case (true, 1): lines += ["sum: \(text(kind))", "unit: \(unit)"]
    case (true, 2):
        let edges = kind == .duration ? "[0 s, 10 s, 1 h]" : "[0, 1, 3]"
        lines += [
            "bands: { of: \(text(kind)), edges: \(edges), closed: \(chance.pick(["left", "right"])) }", "unit: percent",
        ]
    case (true, _): lines += ["quantiles: { of: \(text(kind)), median: 0.5, p90: 0.9, longest: 1 }", "unit: \(unit)"]
    case (false, 0): lines += ["count: rows", "unit: things"]
    case (false, 1) where table != "expanded": lines += ["count: rows", "each: hour", "unit: things"]
    default: lines += ["share: \(text(.flag))", "unit: percent", "missing: \(chance.pick(["miss", "leave_out"]))"]
    }
    if isMeasured, chance.holds(0.5) { lines.append("range: \(kind == .duration ? "[0 s, 2 h]" : "[0, 50]")") }
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
