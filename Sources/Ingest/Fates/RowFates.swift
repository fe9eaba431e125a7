/// The fate of each row so far, and how many rows none has claimed yet: what every rule asks.
struct RowFates: Sendable, RandomAccessCollection {
    private var fates: [Fate]
    private(set) var openCount: Int

    /// Every row begins as accepted.
    init(count: Int) {
        fates = Array(repeating: .accepted, count: count)
        openCount = count
    }

    var indices: Range<Int> { fates.indices }
    var startIndex: Int { 0 }
    var endIndex: Int { fates.count }
    var areAllOpen: Bool { openCount == fates.count }

    subscript(row: Int) -> Fate {
        get { fates[row] }
        set {
            openCount += (newValue == .accepted ? 1 : 0) - (fates[row] == .accepted ? 1 : 0)
            fates[row] = newValue
        }
    }
}
