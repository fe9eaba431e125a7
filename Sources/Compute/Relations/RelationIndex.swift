import Expressions
import Tables

/// The rows of a table by group, in a declared order within each: for conditions that also read the own row, and for rows
/// that are in force for some time only.
struct RelationIndex: Sendable {
    /// What makes two indexes the same.
    struct Key: Hashable, Sendable {
        let groups: RelationGroups.Key
        let order: [String]
    }

    /// Where each group begins in `rows`; one more than there are groups.
    let starts: [Int32]
    /// How many rows at the end of a group have no known order; few groups have such.
    let unordered: [Int32: Int32]
    /// Rows of the target by group, then order, then row; rows of unknown order last.
    let rows: [Int32]
    /// The first order column's value of each place in `rows`; empty without an order.
    let orders: Column

    /// The rows of a group.
    func rows(of group: Int32) -> ArraySlice<Int32> {
        rows[Int(starts[Int(group)])..<Int(starts[Int(group) + 1])]
    }

    /// Where the rows of a group with a known order end.
    func orderedEnd(of group: Int) -> Int {
        Int(starts[group + 1] - (unordered.isEmpty ? 0 : unordered[Int32(group)] ?? 0))
    }
}
