/// Rows that share a key, group by group, each group ascending; only keys that occur more than once.
struct KeyGroups: Sequence {
    fileprivate var members: [Int32] = []
    /// Where each group begins in `members`, and the end of the last.
    fileprivate var bounds: [Int] = [0]

    var isEmpty: Bool { members.isEmpty }
    /// Rows in any group.
    var rowCount: Int { members.count }

    func makeIterator() -> AnyIterator<ArraySlice<Int32>> {
        var next = 0
        return AnyIterator {
            guard next + 1 < bounds.count else { return nil }
            defer { next += 1 }
            return members[bounds[next]..<bounds[next + 1]]
        }
    }
}

/// Finds the rows that share a key. `keys` holds the columns of the key, as integers without missing values in `rows`,
/// which ascend.
///
/// Keys that ascend strictly are unique and cost one comparison a row; otherwise one table of row numbers is filled, so
/// that the work grows with the rows and never with their square. Numbers of texts lie close together, and are places in it.
func repeatedKeys(_ keys: [[Int64]], rows: [Int32]) -> KeyGroups {
    guard !keys.isEmpty, !ascend(keys, rows) else { return KeyGroups() }
    return KeyGroups(keys.count == 1 ? closeFollowers(keys[0], rows) ?? followers(keys, rows) : followers(keys, rows))
}

/// The rows after the first one of a key, each as the first one and itself in one word.
private func followers(_ keys: [[Int64]], _ rows: [Int32]) -> [UInt64] {
    var size = 16
    while size < rows.count * 2 { size *= 2 }
    var slots = Array(repeating: Int32(-1), count: size)
    var followers: [UInt64] = []
    for row in rows.lazy.map({ Int($0) }) {
        var slot = hash(keys, row) & (size - 1)
        while slots[slot] >= 0, !isEqual(keys, Int(slots[slot]), row) { slot = (slot + 1) & (size - 1) }
        if slots[slot] < 0 {
            slots[slot] = Int32(row)
        } else {
            followers.append(UInt64(slots[slot]) << 32 | UInt64(row))
        }
    }
    return followers
}

/// The same of keys that lie among not many more numbers than there are rows; nothing of others.
private func closeFollowers(_ key: [Int64], _ rows: [Int32]) -> [UInt64]? {
    let keys = key.span
    var (least, greatest) = (Int64.max, Int64.min)
    for row in rows {
        least = min(least, keys[Int(row)])
        greatest = max(greatest, keys[Int(row)])
    }
    let (distance, isBeyond) = greatest.subtractingReportingOverflow(least)
    guard !isBeyond, distance < rows.count * 4 else { return nil }
    var leaders = Array(repeating: Int32(-1), count: Int(distance) + 1)
    var first = leaders.mutableSpan
    var followers: [UInt64] = []
    for row in rows {
        let place = Int(keys[Int(row)] - least)
        if first[place] < 0 {
            first[place] = row
        } else {
            followers.append(UInt64(first[place]) << 32 | UInt64(row))
        }
    }
    return followers
}

extension KeyGroups {
    /// - Parameter followers: the rows after the first one of a key, each as the first one and itself in one word.
    fileprivate init(_ followers: [UInt64]) {
        members.reserveCapacity(followers.count * 2)
        var leader: UInt64?
        for follower in followers.sorted() {
            if follower >> 32 != leader {
                if leader != nil { bounds.append(members.count) }
                leader = follower >> 32
                members.append(Int32(follower >> 32))
            }
            members.append(Int32(truncatingIfNeeded: follower & 0xffff_ffff))
        }
        if leader != nil { bounds.append(members.count) }
    }
}

private func ascend(_ keys: [[Int64]], _ rows: [Int32]) -> Bool {
    guard var previous = rows.first.map({ Int($0) }) else { return true }
    for row in rows.dropFirst().lazy.map({ Int($0) }) {
        var isGreater = false
        for column in keys.indices {
            let left = keys[column][previous]
            let right = keys[column][row]
            if left < right {
                isGreater = true
                break
            }
            if left > right { return false }
        }
        guard isGreater else { return false }
        previous = row
    }
    return true
}

private func hash(_ keys: [[Int64]], _ row: Int) -> Int {
    var state: UInt64 = 0x9e37_79b9_7f4a_7c15
    for column in keys.indices {
        state = (state ^ UInt64(bitPattern: keys[column][row])) &* 0xbf58_476d_1ce4_e5b9
        state ^= state >> 29
    }
    state = state &* 0x94d0_49bb_1331_11eb
    return Int(truncatingIfNeeded: state >> 20)
}

private func isEqual(_ keys: [[Int64]], _ left: Int, _ right: Int) -> Bool {
    keys.indices.allSatisfy { keys[$0][left] == keys[$0][right] }
}
