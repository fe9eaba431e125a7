/// Places for groups, numbered in order of first use.
struct GroupSlots: Sendable {
    private(set) var keys: [GroupKey] = []
    /// The place of the group at each first free slot from where its hash points; -1 where there is none.
    private var slots = [Int32](repeating: -1, count: 64)

    /// The places found last, by some bits of their groups: rows come in order of time as a rule, so that the same few
    /// groups come again and again.
    private var recent = [Int32](repeating: -1, count: 512)

    init() {}

    /// Groups with places in the order given; no two are equal.
    init(_ keys: [GroupKey]) {
        for key in keys { _ = slot(of: key) }
    }

    /// The place of a group, made on first use.
    mutating func slot(of key: GroupKey) -> Int32 {
        let place = GroupSlots.recentPlace(of: key)
        let last = recent[place]
        if last >= 0, keys[Int(last)] == key { return last }
        let slot = found(key)
        recent[place] = slot
        return slot
    }

    /// By row of a batch the place of its group, for some ascending rows.
    mutating func slots(of groups: RowGroups, _ rows: [Int32]) -> [Int32] {
        var slots = [Int32](repeating: -1, count: groups.stretches.last?.end ?? 0)
        var next = 0
        for stretch in groups.stretches {
            while next < rows.count, rows[next] < stretch.end {
                let key = groups.key(of: Int(rows[next]), on: stretch.day)
                let slot = slot(of: key)
                if groups.areDaysOnly {
                    next = fill(&slots, rows, from: next, stretch, with: slot)
                } else {
                    next = find(groups, rows, from: next, stretch, in: &slots)
                }
            }
        }
        return slots
    }

    /// Gives the rows of a stretch one place, and returns where the next stretch begins.
    private func fill(
        _ slots: inout [Int32], _ rows: [Int32], from first: Int, _ stretch: DayStretch, with slot: Int32
    ) -> Int {
        let rows = rows.span
        var slots = slots.mutableSpan
        for place in first..<rows.count {
            let row = Int(rows[place])
            if row >= stretch.end { return place }
            slots[row] = slot
        }
        return rows.count
    }

    /// Finds places up to the first that was not found lately or is of another stretch, which is returned.
    private func find(
        _ groups: RowGroups, _ rows: [Int32], from first: Int, _ stretch: DayStretch, in slots: inout [Int32]
    ) -> Int {
        let (rows, keys, recent) = (rows.span, keys.span, recent.span)
        let (members, values) = (groups.members.span, groups.values.span)
        var slots = slots.mutableSpan
        for place in first..<rows.count {
            let row = Int(rows[place])
            if row >= stretch.end { return place }
            let key = GroupKey(
                day: stretch.day, member: members.isEmpty ? 0 : members[row], value: values.isEmpty ? 0 : values[row])
            let last = recent[GroupSlots.recentPlace(of: key)]
            guard last >= 0, keys[Int(last)] == key else { return place }
            slots[row] = last
        }
        return rows.count
    }

    @inline(__always)
    private static func recentPlace(of key: GroupKey) -> Int {
        Int(truncatingIfNeeded: key.member &* 7 &+ Int64(key.day) &+ key.value &* 31) & 511
    }

    private mutating func found(_ key: GroupKey) -> Int32 {
        var slot = start(key)
        while slots[slot] >= 0 {
            if keys[Int(slots[slot])] == key { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        let made = Int32(keys.count)
        keys.append(key)
        slots[slot] = made
        if keys.count * 2 > slots.count { grow() }
        return made
    }

    private func start(_ key: GroupKey) -> Int {
        var hash = UInt64(truncatingIfNeeded: key.member) &* 0x9e37_79b9_7f4a_7c15
        hash = (hash ^ UInt64(truncatingIfNeeded: key.value)) &* 0x94d0_49bb_1331_11eb
        hash = (hash ^ UInt64(truncatingIfNeeded: key.day)) &* 0xbf58_476d_1ce4_e5b9
        return Int(truncatingIfNeeded: hash >> 24) & (slots.count - 1)
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (place, key) in keys.enumerated() {
            var slot = start(key)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(place)
        }
    }
}
