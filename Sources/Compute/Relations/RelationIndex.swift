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
    /// Where its rows with a known order end.
    let orderedEnds: [Int32]
    /// Rows of the target by group, then order, then row; rows of unknown order last.
    let rows: [Int32]
    /// The first order column's value of each place in `rows`; empty without an order.
    let orders: Column

    /// The rows of a group.
    func rows(of group: Int32) -> ArraySlice<Int32> {
        rows[Int(starts[Int(group)])..<Int(starts[Int(group) + 1])]
    }
}
