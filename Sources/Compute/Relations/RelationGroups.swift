import Expressions
import Tables

/// The rows of a table told apart by the values of some columns, each distinct key a group with a number.
struct RelationGroups: Sendable {
    /// What makes two groupings the same.
    struct Key: Hashable, Sendable {
        let target: String
        let columns: [String]
    }

    /// A row's group by its key so far, and the value of the next key column.
    private struct Pair: Hashable, Sendable {
        let group: Int32
        let value: Int64
    }

    /// How many numbers there are; some may have no row.
    private(set) var count: Int
    /// The number of each row, with `base` added; negative for a row with a missing key.
    private var ofRow: [Int32]
    private var base: Int32
    /// The texts of the first key column, where their codes are numbers of groups: as a rule they lie close together.
    private let codes: Range<Int32>?
    /// The groups of rows that were folded while they were read, and the numbers of texts that they go by.
    private let pages: (groups: GroupPages, codes: [Int32])?
    /// Group by the value of the first key column, where its values are anything else.
    private var first: [Int64: Int32] = [:]
    /// For each further key column, the group that a group and a value lead to.
    private var further: [[Pair: Int32]] = []

    static let none: Int32 = -1
    static let unknown: Int32 = -2

    /// Groups of rows that are not here.
    ///
    /// - Parameter codes: the number that the groups go by, by that which a text has here.
    init(_ groups: GroupPages, codes: [Int32]) {
        (ofRow, base, count, self.codes) = ([], 0, groups.count, nil)
        pages = (groups, codes)
    }

    init(_ keys: [Column]) {
        pages = nil
        if case .codes(let texts) = keys[0].unpacked, let dense = denseRange(of: texts) {
            (ofRow, base, count, codes) = (texts, dense.lowerBound, dense.count, dense)
        } else {
            var numbers: [Int64: Int32] = [:]
            ofRow = (0..<keys[0].count).map { row in
                let value = keys[0].integer(at: row)
                return value == Missing.integer ? RelationGroups.none : numbers.number(of: value)
            }
            (first, base, count, codes) = (numbers, 0, numbers.count, nil)
        }
        for key in keys.dropFirst() {
            var numbers: [Pair: Int32] = [:]
            for row in ofRow.indices {
                let (group, value) = (group(ofRow: row), key.integer(at: row))
                let isMissing = group < 0 || value == Missing.integer
                ofRow[row] = isMissing ? RelationGroups.none : numbers.number(of: Pair(group: group, value: value))
            }
            further.append(numbers)
            (base, count) = (0, numbers.count)
        }
    }

    /// The group of one of the rows; negative when its key is missing.
    @inline(__always)
    func group(ofRow row: Int) -> Int32 {
        ofRow[row] < 0 ? RelationGroups.none : ofRow[row] - base
    }

    /// The groups that the rows of a batch lead to by their own key columns: `none` when no row matches, `unknown` when a
    /// key is missing.
    func groups(of keys: [Vector]) -> [Int32] {
        var groups = firstGroups(keys[0])
        for (numbers, vector) in zip(further, keys.dropFirst()) {
            let values = vector.widened
            for row in groups.indices where groups[row] != RelationGroups.unknown {
                if values[row] == Missing.integer {
                    groups[row] = RelationGroups.unknown
                } else if groups[row] >= 0 {
                    groups[row] = numbers[Pair(group: groups[row], value: values[row])] ?? RelationGroups.none
                }
            }
        }
        return groups
    }

    private func firstGroups(_ key: Vector) -> [Int32] {
        if case .codes(let texts) = key, let pages {
            return texts.map { text in
                text == Missing.code ? RelationGroups.unknown : pages.groups.existingGroup(of: pages.codes[Int(text)])
            }
        }
        if case .codes(let texts) = key, let codes {
            return texts.map { text in
                if text == Missing.code { return RelationGroups.unknown }
                return codes.contains(text) ? text - codes.lowerBound : RelationGroups.none
            }
        }
        return key.widened.map { value in
            value == Missing.integer ? RelationGroups.unknown : first[value] ?? RelationGroups.none
        }
    }
}

/// From the least of the codes to the greatest, unless that is much more than there are rows.
private func denseRange(of codes: [Int32]) -> Range<Int32>? {
    var (least, greatest) = (Int32.max, Int32.min)
    for code in codes where code != Missing.code {
        least = min(least, code)
        greatest = max(greatest, code)
    }
    if least > greatest { return 0..<0 }
    return Int(greatest) - Int(least) <= 4 * codes.count + 65_536 ? least..<greatest + 1 : nil
}

extension Dictionary where Value == Int32 {
    /// The number of a key, in order of first use.
    fileprivate mutating func number(of key: Key) -> Int32 {
        let next = Int32(count)
        if let known = self[key] { return known }
        self[key] = next
        return next
    }
}
