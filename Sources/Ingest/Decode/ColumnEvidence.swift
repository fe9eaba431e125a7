/// What the values of one column give away about how they were recorded. Adds up over chunks in any order.
struct ColumnEvidence: Sendable {
    /// Values read, those of unknown labels left out.
    var known = 0
    var hasSeconds = false
    var hasClock = false
    /// Durations other than zero.
    var nonzero = 0
    /// Labels in no map, with their counts; nothing once there are more than can be told apart usefully.
    var unknownLabels: [[UInt8]: Int]? = [:]
    var unknown = 0

    static let mostLabels = 10_000

    static func += (left: inout ColumnEvidence, right: ColumnEvidence) {
        left.known += right.known
        left.hasSeconds = left.hasSeconds || right.hasSeconds
        left.hasClock = left.hasClock || right.hasClock
        left.nonzero += right.nonzero
        left.unknown += right.unknown
        guard var labels = left.unknownLabels, let others = right.unknownLabels else {
            left.unknownLabels = nil
            return
        }
        for (label, count) in others { labels[label, default: 0] += count }
        left.unknownLabels = labels.count > mostLabels ? nil : labels
    }
}
