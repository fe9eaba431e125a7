import Definitions
import Expressions
import Tables

/// The rows of a table by the values of some columns, in a declared order within equal values.
struct RelationIndex: Sendable {
    /// What makes two indexes the same.
    struct Key: Hashable, Sendable {
        let target: String
        let columns: [String]
        let order: [String]
    }

    /// Two values of a key of several columns, the first ones already numbered.
    struct Pair: Hashable, Sendable {
        let group: Int32
        let value: Int64
    }

    let target: String
    /// Group by the code or integer of the first key column.
    let first: [Int64: Int32]
    /// Group by code, when the first key column holds texts; faster than the dictionary.
    let firstByCode: CodeGroups?
    /// For each further key column, the group that a group and a value lead to.
    let further: [[Pair: Int32]]
    /// Where each group begins in `rows`; one more than there are groups.
    let starts: [Int32]
    /// Where its rows with a known order end.
    let orderedEnds: [Int32]
    /// Rows of the target by group, then order, then row; rows of unknown order last.
    let rows: [Int32]
    /// The first order column's value of each place in `rows`; empty without an order.
    let orders: Column

    static let noGroup: Int32 = -1
    static let unknown: Int32 = -2

    /// The group of each row of a batch by its own key columns: `noGroup` when no row matches, `unknown` when a key is
    /// missing.
    func groups(_ keys: [Vector], count: Int) -> [Int32] {
        var groups = firstGroups(keys[0])
        for (level, vector) in keys.dropFirst().enumerated() {
            let values = vector.widened
            for row in groups.indices where groups[row] != RelationIndex.unknown {
                if values[row] == Missing.integer {
                    groups[row] = RelationIndex.unknown
                } else if groups[row] >= 0 {
                    groups[row] = further[level][Pair(group: groups[row], value: values[row])] ?? RelationIndex.noGroup
                }
            }
        }
        return groups
    }

    private func firstGroups(_ key: Vector) -> [Int32] {
        if case .codes(let codes) = key, let firstByCode {
            return codes.map { $0 == Missing.code ? RelationIndex.unknown : firstByCode.group(of: $0) }
        }
        return key.widened.map { value in
            value == Missing.integer ? RelationIndex.unknown : first[value] ?? RelationIndex.noGroup
        }
    }
}

/// Groups by the code of a text, held from the least code of the key to the greatest: the ids of one export were numbered
/// near each other, among the many texts of a run.
struct CodeGroups: Sendable {
    private let first: Int32
    private var groups: [Int32]

    init(_ codes: [Int32]) {
        var (least, greatest) = (Int32.max, Int32.min)
        for code in codes where code != Missing.code {
            least = min(least, code)
            greatest = max(greatest, code)
        }
        first = least
        groups = least > greatest ? [] : Array(repeating: RelationIndex.noGroup, count: Int(greatest - least) + 1)
    }

    func group(of code: Int32) -> Int32 {
        let place = Int(code) - Int(first)
        return groups.indices.contains(place) ? groups[place] : RelationIndex.noGroup
    }

    /// The group of a code that the key holds, which becomes `next` when it has none.
    mutating func group(of code: Int32, orElse next: Int32) -> Int32 {
        let place = Int(code - first)
        if groups[place] == RelationIndex.noGroup { groups[place] = next }
        return groups[place]
    }
}
