/// A number for each group, such as how many rows it has: one byte each as long as none is greater than a byte holds.
struct GroupNumbers: Sendable {
    private var bytes: [UInt8] = []
    /// All of them, from the first one on that does not fit.
    private var numbers: [Int32]?

    /// No groups yet.
    init() {}

    /// So many groups of the number 0.
    init(groups: Int) { bytes = Array(repeating: 0, count: groups) }

    init(_ numbers: [Int32]) { self.numbers = numbers }

    /// How many groups there are.
    var count: Int { numbers?.count ?? bytes.count }

    /// Makes room for so many groups, which begin with 0.
    mutating func reserve(_ groups: Int) {
        guard var all = numbers else { return bytes.fill(to: groups, with: 0) }
        numbers = []
        all.fill(to: groups, with: 0)
        numbers = all
    }

    subscript(group: Int) -> Int32 { numbers.map { $0[group] } ?? Int32(bytes[group]) }

    /// The number of each of some groups; -1 for one below zero.
    func of(_ groups: [Int32]) -> [Int32] {
        if let numbers { return groups.map { $0 < 0 ? -1 : numbers[Int($0)] } }
        return groups.map { $0 < 0 ? -1 : Int32(bytes[Int($0)]) }
    }

    /// Counts rows with their groups, below zero for rows in none; nothing chooses all of them.
    mutating func count(_ groups: [Int32], _ isChosen: [Bool]?) {
        let next = numbers == nil ? countInBytes(groups, isChosen) : 0
        guard next < groups.count else { return }
        changeNumbers { all in
            for row in next..<groups.count where groups[row] >= 0 && isChosen?[row] ?? true {
                all[Int(groups[row])] += 1
            }
        }
    }

    /// Adds the numbers of as many groups.
    mutating func add(_ more: GroupNumbers) {
        if numbers == nil, more.numbers == nil {
            let sums = [UInt8](capacity: bytes.count) { sums in
                for (one, other) in zip(bytes, more.bytes) {
                    let (sum, isTooMuch) = one.addingReportingOverflow(other)
                    if isTooMuch { return }
                    sums.append(sum)
                }
            }
            if sums.count == bytes.count {
                bytes = sums
                return
            }
        }
        changeNumbers { all in
            for group in all.indices { all[group] += more[group] }
        }
    }

    /// Changes numbers that may not fit into bytes, without a second copy of them.
    private mutating func changeNumbers(_ change: (inout [Int32]) -> Void) {
        var all = numbers ?? bytes.map(Int32.init)
        (numbers, bytes) = ([], [])
        change(&all)
        numbers = all
    }

    /// Counts rows up to the first whose group's number does not fit, which is returned. Which rows are chosen is as good as
    /// chance, so that it is not branched on.
    private mutating func countInBytes(_ groups: [Int32], _ isChosen: [Bool]?) -> Int {
        var bytes = bytes.mutableSpan
        let groups = groups.span
        guard let isChosen else {
            for row in groups.indices where groups[row] >= 0 {
                let (more, isTooMany) = bytes[Int(groups[row])].addingReportingOverflow(1)
                if isTooMany { return row }
                bytes[Int(groups[row])] = more
            }
            return groups.count
        }
        let chosen = isChosen.span
        for row in groups.indices where groups[row] >= 0 {
            let (more, isTooMany) = bytes[Int(groups[row])].addingReportingOverflow(chosen[row] ? 1 : 0)
            if isTooMany { return row }
            bytes[Int(groups[row])] = more
        }
        return groups.count
    }
}

extension Array {
    /// Makes it as long as that. Room is made for many more: what is not used of it takes no memory, and what is there is
    /// seldom moved.
    mutating func fill(to count: Int, with value: Element) {
        guard count > self.count else { return }
        if count > capacity { reserveCapacity(8 * count) }
        append(contentsOf: repeatElement(value, count: count - self.count))
    }
}
