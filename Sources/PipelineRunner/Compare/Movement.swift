/// One figure that differs between two runs.
struct Movement: Sendable, Hashable {
    /// Names the figure: KPI, statistic, period, dimension and member.
    let key: String
    let unit: String
    let before: Double?
    let after: Double?

    /// How far it moved for its size; a figure that comes or goes moved all the way.
    var size: Double {
        guard let before, let after else { return 1 }
        let larger = max(abs(before), abs(after))
        return larger == 0 ? 0 : abs(after - before) / larger
    }
}

/// The figures whose values differ, biggest movement first, by name where equal.
func movements(from before: [UInt8], to after: [UInt8]) -> [Movement] {
    let old = values(before)
    let new = values(after)
    var found: [Movement] = []
    for (key, value) in new.rows {
        let earlier = old.byKey[key]
        let beforeValue = earlier.flatMap { $0.value }
        guard beforeValue != value.value else { continue }
        found.append(Movement(key: key, unit: value.unit, before: beforeValue, after: value.value))
    }
    for (key, value) in old.rows where new.byKey[key] == nil && value.value != nil {
        found.append(Movement(key: key, unit: value.unit, before: value.value, after: nil))
    }
    return found.sorted { ($1.size, $0.key) < ($0.size, $1.key) }
}

private struct Value {
    let value: Double?
    let unit: String
}

private func values(_ bytes: [UInt8]) -> (rows: [(String, Value)], byKey: [String: Value]) {
    let table = readTable(bytes)
    func place(_ name: String) -> Int? { table.header.firstIndex(of: name) }
    guard let kpi = place("kpi"), let statistic = place("statistic"), let period = place("period"),
        let dimension = place("dimension"), let member = place("member"), let value = place("value"),
        let unit = place("unit")
    else { return ([], [:]) }
    let rows = table.records.filter { $0.count == table.header.count }.map { record in
        let name = [record[kpi], record[statistic], record[period]]
        let whole = record[dimension] == "all" ? name : name + ["\(record[dimension])=\(record[member])"]
        return (whole.joined(separator: " "), Value(value: Double(record[value]), unit: record[unit]))
    }
    return (rows, Dictionary(rows) { first, _ in first })
}
