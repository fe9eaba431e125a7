import Tables

/// The rows that an expansion makes of some rows of a table, in their order.
struct ExpandedRows: Sendable {
    private(set) var parents: [Int32] = []
    /// The point, instant or hour of each row; missing when it cannot be told.
    private(set) var anchors: [Int64] = []
    /// The part of an interval in its hour, in milliseconds; empty for points and instants.
    private(set) var amounts: [Int64] = []
    /// Whether each row may not be a row at all; empty while every one certainly is.
    private(set) var isDoubtful: [Bool] = []

    /// More rows than any machine holds: the fault of a step far too short.
    static let limit = 1 << 30

    mutating func append(parent: Int32, anchor: Int64, amount: Int64? = nil, isDoubtful doubt: Bool) {
        if doubt, isDoubtful.isEmpty { isDoubtful = Array(repeating: false, count: parents.count) }
        if doubt || !isDoubtful.isEmpty { isDoubtful.append(doubt) }
        parents.append(parent)
        anchors.append(anchor)
        if let amount { amounts.append(amount) }
    }

    /// Stretches put end to end.
    init(joining parts: [ExpandedRows]) {
        let count = parts.reduce(0) { $0 + $1.parents.count }
        parents.reserveCapacity(count)
        anchors.reserveCapacity(count)
        if parts.contains(where: { !$0.isDoubtful.isEmpty }) { isDoubtful.reserveCapacity(count) }
        for part in parts {
            if isDoubtful.isEmpty, !part.isDoubtful.isEmpty {
                isDoubtful.append(contentsOf: repeatElement(false, count: parents.count))
            }
            if !part.isDoubtful.isEmpty {
                isDoubtful += part.isDoubtful
            } else if !isDoubtful.isEmpty {
                isDoubtful.append(contentsOf: repeatElement(false, count: part.parents.count))
            }
            parents += part.parents
            anchors += part.anchors
            amounts += part.amounts
        }
    }

    init() {}
}
