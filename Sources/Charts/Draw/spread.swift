/// Places for labels along a line so that none overlaps another and all stay inside its bounds, each as near to where it
/// belongs as the others allow.
///
/// - Parameter wanted: the middles where they belong; the result holds the middles where they are put, in the same order.
///   Where there is no room for all at this size they are spaced evenly.
package func spread(_ wanted: [Double], size: Double, in bounds: ClosedRange<Double>) -> [Double] {
    guard !wanted.isEmpty else { return [] }
    let room = bounds.upperBound - bounds.lowerBound
    let size = min(size, room / Double(wanted.count))
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    // Neighbours that would overlap become one block, whose middle is where its labels want to be on average.
    var blocks: [(members: [Int], start: Double)] = []
    func start(of members: [Int]) -> Double {
        let middle = members.reduce(0) { $0 + wanted[$1] } / Double(members.count)
        let length = size * Double(members.count)
        return min(max(middle - length / 2, bounds.lowerBound), bounds.upperBound - length)
    }
    for place in order {
        blocks.append(([place], start(of: [place])))
        while blocks.count > 1,
            blocks[blocks.count - 2].start + size * Double(blocks[blocks.count - 2].members.count)
                > blocks[blocks.count - 1].start
        {
            let last = blocks.removeLast()
            let members = blocks[blocks.count - 1].members + last.members
            blocks[blocks.count - 1] = (members, start(of: members))
        }
    }
    var found = wanted
    for block in blocks {
        for (offset, place) in block.members.enumerated() {
            found[place] = block.start + size * (Double(offset) + 0.5)
        }
    }
    return found
}
