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
    let firstByCode: [Int32]
    /// For each further key column, the group that a group and a value lead to.
    let further: [[Pair: Int32]]
    /// Where each group begins in `rows`; one more than there are groups.
    let starts: [Int32]
    /// Where its rows with a known order end.
    let orderedEnds: [Int32]
    /// Rows of the target by group, then order, then row; rows of unknown order last.
    let rows: [Int32]
    /// The first order column's value of each place in `rows`; empty without an order.
    let orders: [Int64]

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
        if case .codes(let codes) = key, !firstByCode.isEmpty {
            return codes.map { code in
                if code == Missing.code { return RelationIndex.unknown }
                return code < firstByCode.count ? firstByCode[Int(code)] : RelationIndex.noGroup
            }
        }
        return key.widened.map { value in
            value == Missing.integer ? RelationIndex.unknown : first[value] ?? RelationIndex.noGroup
        }
    }
}
