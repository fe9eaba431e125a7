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
    private(set) var counts = GroupNumbers()
    private var kept: [[Int64]]
    /// The only column kept, as long as its values come as whole seconds.
    private var seconds: [Int32]?
    /// Where the kept row is among all; -1 for none.
    private var places: [Int64] = []

    init(_ key: RelatedFold.Key, columns: [String]) {
        kind = key.kind
        self.columns = columns
        orders = key.order.count
        tellsPlaces = columns.count != 1 || key.order != columns
        kept = columns.map { _ in [] }
        seconds = tellsPlaces || kind == .count ? nil : []
    }

    /// Makes room for so many groups.
    mutating func reserve(_ groups: Int) {
        if kind == .count { return counts.reserve(groups) }
        if tellsPlaces { places.fill(to: groups, with: -1) }
        guard var mine = seconds else {
            for column in kept.indices { kept[column].fill(to: groups, with: Missing.integer) }
            return
        }
        seconds = []
        mine.fill(to: groups, with: Missing.seconds)
        seconds = mine
    }

    /// Adds rows.
    ///
    /// - Parameters:
    ///   - groups: theirs, below zero for rows in none.
    ///   - isChosen: whether each counts; nothing for all.
    ///   - values: those of the columns kept.
    ///   - place: that of the first row among all.
    mutating func add(_ groups: [Int32], _ isChosen: [Bool]?, _ values: [Column], place: Int64) {
        switch kind {
        case .count: counts.count(groups, isChosen)
        case .first: keep(groups, isChosen, values, place, isLast: false)
        case .last: keep(groups, isChosen, values, place, isLast: true)
        }
    }

    private mutating func keep(
        _ groups: [Int32], _ isChosen: [Bool]?, _ values: [Column], _ place: Int64, isLast: Bool
    ) {
        if tellsPlaces { return choose(groups, isChosen, values.map(\.wide), place, isLast: isLast) }
        if case .seconds(let theirs) = values[0], var mine = seconds {
            seconds = []
            mine.keep(groups, isChosen, theirs, isLast: isLast)
            seconds = mine
            return
        }
        if let seconds { kept[0] = Column.seconds(seconds).wide }
        seconds = nil
        kept[0].keep(groups, isChosen, values[0].wide, isLast: isLast)
    }

    private mutating func choose(
        _ groups: [Int32], _ isChosen: [Bool]?, _ values: [[Int64]], _ first: Int64, isLast: Bool
    ) {
        for row in groups.indices where groups[row] >= 0 && isChosen?[row] ?? true {
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
    var keptColumns: [String: Column] {
        if let seconds { return [columns[0]: .seconds(seconds)] }
        return Dictionary(uniqueKeysWithValues: zip(columns, kept.map(Column.integers)))
    }
}

extension Column {
    /// Its values in eight bytes.
    fileprivate var wide: [Int64] {
        if case .integers(let values) = self { return values }
        return vector(.range(0..<count)).widened
    }
}

extension Array where Element: FixedWidthInteger & SignedInteger {
    /// Keeps the least or the greatest value of each group's rows, of which the least there is stands for a missing one. Which
    /// of two values is kept is as good as chance, so that both are written.
    fileprivate mutating func keep(_ groups: [Int32], _ isChosen: [Bool]?, _ values: [Element], isLast: Bool) {
        var values = values
        if let isChosen {
            for row in values.indices where !isChosen[row] { values[row] = .min }
        }
        var kept = mutableSpan
        let (groups, theirs) = (groups.span, values.span)
        if isLast {
            for row in groups.indices where groups[row] >= 0 {
                kept[Int(groups[row])] = Swift.max(kept[Int(groups[row])], theirs[row])
            }
            return
        }
        // A missing value has the greatest of all.
        func rank(_ value: Element) -> Element.Magnitude { .init(truncatingIfNeeded: value &- (.min + 1)) }
        for row in groups.indices where groups[row] >= 0 {
            let (known, value) = (kept[Int(groups[row])], theirs[row])
            kept[Int(groups[row])] = rank(value) < rank(known) ? value : known
        }
    }
}
