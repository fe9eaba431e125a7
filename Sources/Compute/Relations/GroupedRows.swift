import Expressions
import Tables

/// What the related rows of each group amount to so far, as they are added stretch by stretch in any order: how many there
/// are, or what is kept of the one that comes first or last.
struct GroupedRows: Sendable {
    private let kind: RelatedFold.Key.Kind
    /// The columns kept of a row: first those that say which comes first.
    private let columns: [String]
    private let orders: Int
    /// Rows that are equal in all that is kept need not be told apart.
    private let tellsPlaces: Bool
    /// How many rows each group has, where they are counted.
    private(set) var counts: [Int32] = []
    private var kept: [[Int64]]
    /// Where the kept row is among all; -1 for none.
    private var places: [Int64] = []

    init(_ key: RelatedFold.Key, columns: [String]) {
        kind = key.kind
        self.columns = columns
        orders = key.order.count
        tellsPlaces = columns.count != 1 || key.order != columns
        kept = columns.map { _ in [] }
    }

    /// Makes room for so many groups.
    mutating func reserve(_ groups: Int) {
        switch kind {
        case .count: counts.fill(to: groups, with: 0)
        case .first, .last:
            for column in kept.indices { kept[column].fill(to: groups, with: Missing.integer) }
            if tellsPlaces { places.fill(to: groups, with: -1) }
        }
    }

    /// Adds rows with their groups, below zero for rows in none, and the values of the columns kept of them; `place` is that
    /// of the first row among all.
    mutating func add(_ groups: [Int32], _ values: [[Int64]], place: Int64) {
        switch kind {
        case .count:
            var counts = counts.mutableSpan
            let groups = groups.span
            for row in groups.indices where groups[row] >= 0 { counts[Int(groups[row])] &+= 1 }
        case .first: tellsPlaces ? choose(groups, values, place, isLast: false) : keepLeast(groups, values[0])
        case .last: tellsPlaces ? choose(groups, values, place, isLast: true) : keepGreatest(groups, values[0])
        }
    }

    /// Which of two values is kept is as good as chance, so that both are written.
    private mutating func keepLeast(_ groups: [Int32], _ values: [Int64]) {
        var kept = kept[0].mutableSpan
        let (groups, values) = (groups.span, values.span)
        // A missing value has the greatest of all.
        func rank(_ value: Int64) -> UInt64 { UInt64(bitPattern: value &- (Missing.integer + 1)) }
        for row in groups.indices where groups[row] >= 0 {
            let (known, value) = (kept[Int(groups[row])], values[row])
            kept[Int(groups[row])] = rank(value) < rank(known) ? value : known
        }
    }

    /// A missing value is the least there is.
    private mutating func keepGreatest(_ groups: [Int32], _ values: [Int64]) {
        var kept = kept[0].mutableSpan
        let (groups, values) = (groups.span, values.span)
        for row in groups.indices where groups[row] >= 0 {
            kept[Int(groups[row])] = max(kept[Int(groups[row])], values[row])
        }
    }

    private mutating func choose(_ groups: [Int32], _ values: [[Int64]], _ first: Int64, isLast: Bool) {
        for row in groups.indices where groups[row] >= 0 {
            let (group, place) = (Int(groups[row]), first + Int64(row))
            if (0..<orders).contains(where: { values[$0][row] == Missing.integer }) { continue }
            if places[group] >= 0, isBefore(row, values, place, group) == isLast { continue }
            for column in kept.indices { kept[column][group] = values[column][row] }
            places[group] = place
        }
    }

    /// Whether a row comes before the one kept of its group.
    private func isBefore(_ row: Int, _ values: [[Int64]], _ place: Int64, _ group: Int) -> Bool {
        for order in 0..<orders where values[order][row] != kept[order][group] {
            return values[order][row] < kept[order][group]
        }
        return place < places[group]
    }

    /// What is kept of each group's row, by column; missing where none is.
    var keptColumns: [String: [Int64]] { Dictionary(uniqueKeysWithValues: zip(columns, kept)) }
}

extension Array {
    /// Makes it as long as that. Room is made for many more: what is not used of it takes no memory, and what is there is
    /// seldom moved.
    fileprivate mutating func fill(to count: Int, with value: Element) {
        guard count > self.count else { return }
        if count > capacity { reserveCapacity(8 * count) }
        append(contentsOf: repeatElement(value, count: count - self.count))
    }
}
