/// How many labels of a column are in a map and how many are not, with those that are not. Adds up over chunks in any
/// order.
struct LabelTally: Sendable {
    private(set) var known = 0
    private(set) var unknown = 0
    /// The labels in no map and their counts; nothing once there are more than a reader could use, which only a wrongly
    /// mapped header has.
    private(set) var labels: [[UInt8]: Int]? = [:]

    static let mostLabels = 10_000

    init() {}

    init(known: Int, _ unknown: LabelCounts) {
        self.known = known
        self.unknown = unknown.reduce(0) { $0 + $1.count }
        labels = unknown.count > LabelTally.mostLabels ? nil : Dictionary(uniqueKeysWithValues: unknown)
    }

    static func += (left: inout LabelTally, right: LabelTally) {
        left.known += right.known
        left.unknown += right.unknown
        guard let others = right.labels, left.labels != nil else {
            left.labels = nil
            return
        }
        for (label, count) in others { left.labels?[label, default: 0] += count }
        if left.labels?.count ?? 0 > mostLabels { left.labels = nil }
    }

    /// The most frequent unknown labels, equal ones by their bytes.
    func mostFrequent(_ count: Int) -> [(label: [UInt8], count: Int)]? {
        labels.map { labels in
            labels.sorted { left, right in
                left.value != right.value ? left.value > right.value : left.key.lexicographicallyPrecedes(right.key)
            }.prefix(count).map { ($0.key, $0.value) }
        }
    }
}
