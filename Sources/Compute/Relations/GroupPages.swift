import Tables

/// Numbers of groups for the codes of texts: those of one block of codes lie side by side, and only blocks that hold the text
/// of some row have any.
struct GroupPages: Sendable {
    /// By block its first number; -1 for one without any.
    private var firsts: [Int32] = []
    private(set) var count = 0

    private static let bits: Int32 = 10
    private static let length = 1 << Int(bits)

    /// The number of a code, which it is given on first use.
    @inline(__always)
    mutating func group(of code: Int32) -> Int32 {
        let known = existingGroup(of: code)
        return known < 0 ? added(code) : known
    }

    /// The numbers of several codes, where a missing one has -1.
    mutating func groups(of codes: [Int32]) -> [Int32] {
        var groups = codes
        var found = groups.mutableSpan
        for place in found.indices where found[place] != Missing.code { found[place] = group(of: found[place]) }
        return groups
    }

    /// The number of a code; -1 for one that has none.
    @inline(__always)
    func existingGroup(of code: Int32) -> Int32 {
        let block = Int(code >> GroupPages.bits)
        guard code >= 0, block < firsts.count, firsts[block] >= 0 else { return -1 }
        return firsts[block] + code & Int32(GroupPages.length - 1)
    }

    @inline(never)
    private mutating func added(_ code: Int32) -> Int32 {
        let block = Int(code >> GroupPages.bits)
        let missing = block + 1 - firsts.count
        if missing > 0 { firsts += repeatElement(-1, count: missing) }
        firsts[block] = Int32(count)
        count += GroupPages.length
        return existingGroup(of: code)
    }
}
