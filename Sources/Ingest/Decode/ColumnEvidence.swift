/// What the values of one column give away about how they were recorded. Adds up over chunks in any order.
struct ColumnEvidence: Sendable {
    /// Times read.
    var known = 0
    /// Whether any has a second other than zero, or a clock other than midnight.
    var hasSeconds = false
    var hasClock = false
    /// Durations other than zero.
    var nonzero = 0
    /// Labels of a category, and cells looked up in a reference table.
    var labels = LabelTally()
    var references = LabelTally()

    static func += (left: inout ColumnEvidence, right: ColumnEvidence) {
        left.known += right.known
        left.hasSeconds = left.hasSeconds || right.hasSeconds
        left.hasClock = left.hasClock || right.hasClock
        left.nonzero += right.nonzero
        left.labels += right.labels
        left.references += right.references
    }
}
