import Reporting

/// One figure that has another value in another run.
struct Movement: Sendable, Hashable {
    /// Names the figure: KPI, statistic, period, dimension and member.
    let key: String
    let unit: String
    let before: Double
    let after: Double

    /// How far it moved for its size, so that figures of different units compare.
    var size: Double {
        let larger = max(abs(before), abs(after))
        return larger == 0 ? 0 : abs(after - before) / larger
    }
}

/// What differs between two runs.
struct Movements: Sendable, Hashable {
    /// Biggest first, by name where equal.
    let moved: [Movement]
    /// Figures that have a value only after, and only before.
    let appearing: Int
    let vanishing: Int

    init(from before: [UInt8], to after: [UInt8]) {
        let old = values(before)
        let new = values(after)
        let earlier = Dictionary(old.map { ($0.key, $0.value) }) { first, _ in first }
        let later = Set(new.map(\.key))
        moved = new.compactMap { figure in
            guard let value = earlier[figure.key], value != figure.value else { return nil }
            return Movement(key: figure.key, unit: figure.unit, before: value, after: figure.value)
        }.sorted { ($1.size, $0.key) < ($0.size, $1.key) }
        appearing = new.count { earlier[$0.key] == nil }
        vanishing = old.count { !later.contains($0.key) }
    }
}

private struct Value {
    let key: String
    let value: Double
    let unit: String
}

/// The figures of a result table that have a value.
private func values(_ bytes: [UInt8]) -> [Value] {
    let table = readTable(bytes)
    func place(_ name: String) -> Int? { table.header.firstIndex(of: name) }
    guard let kpi = place("kpi"), let statistic = place("statistic"), let period = place("period"),
        let dimension = place("dimension"), let member = place("member"), let value = place("value"),
        let unit = place("unit")
    else { return [] }
    return table.records.compactMap { record in
        guard record.count == table.header.count, let number = Double(record[value]) else { return nil }
        let name = [record[kpi], record[statistic], record[period]]
        let whole = record[dimension] == "all" ? name : name + ["\(record[dimension])=\(record[member])"]
        return Value(key: whole.joined(separator: " "), value: number, unit: record[unit])
    }
}
