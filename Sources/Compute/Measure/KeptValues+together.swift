extension KeptValues {
    /// The same with the rows of each group side by side, where neighbouring rows are of different groups and there are fewer
    /// groups than rows: what a group's values are counted in is looked up once for all of them.
    func together(bySlot slots: [Int32], groups: Int) -> KeptValues {
        let (kept, slots) = (rows.span, slots.span)
        guard groups > 1, groups < kept.count else { return self }
        var changes = 0
        for place in 1..<kept.count where slots[Int(kept[place])] != slots[Int(kept[place - 1])] { changes += 1 }
        if changes * 4 < kept.count { return self }
        var firsts = [Int32](repeating: 0, count: groups)
        var ordered = [Int32](repeating: 0, count: kept.count)
        var next = firsts.mutableSpan
        var places = ordered.mutableSpan
        for place in kept.indices { next[Int(slots[Int(kept[place])])] += 1 }
        var first: Int32 = 0
        for slot in next.indices { (next[slot], first) = (first, first + next[slot]) }
        for place in kept.indices {
            let slot = Int(slots[Int(kept[place])])
            places[Int(next[slot])] = kept[place]
            next[slot] += 1
        }
        return KeptValues(rows: ordered, isDoubtful: isDoubtful, values: values)
    }
}
