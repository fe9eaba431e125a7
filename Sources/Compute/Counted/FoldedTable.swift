import Tables

/// What is left of the rows of a canonical table that were folded while they were read: what others see of them, by key.
struct FoldedTable: Sendable {
    let groups: [RelationGroups.Key: GroupPages]
    let folds: [RelatedFold.Key: RelatedFold]
    /// The numbers that keys were brought together by, by those that their texts have where they are looked up.
    var codes: [Int32] = []
}
