import Tables

/// All traits of a row of a table side by side in words.
struct RowWords: Sendable {
    private let traits: [(trait: RowTrait, word: Int, shift: UInt64)]
    let count: Int

    init(_ all: [RowTrait]) {
        var traits: [(trait: RowTrait, word: Int, shift: UInt64)] = []
        var known: Set<RowTrait> = []
        var (word, shift) = (0, 0)
        for trait in [.standing] + all where known.insert(trait).inserted {
            if shift + trait.bits > UInt64.bitWidth { (word, shift) = (word + 1, 0) }
            traits.append((trait, word, UInt64(shift)))
            shift += trait.bits
        }
        self.traits = traits
        count = word + 1
    }

    /// The words of each row of a batch.
    func values(in batch: Batch, _ plans: [FigurePlan]) throws -> [[UInt64]] {
        var words = [[UInt64]](repeating: Array(repeating: 0, count: batch.rows.count), count: count)
        for (trait, word, shift) in traits {
            let values = try trait.values(in: batch, plans)
            place(values, at: shift, in: &words[word])
        }
        return words
    }
}

private func place(_ values: [UInt8], at shift: UInt64, in words: inout [UInt64]) {
    var cells = words.mutableSpan
    for row in values.indices { cells[row] |= UInt64(values[row]) &<< shift }
}

/// Numbers for distinct words, each told apart also by the number of the word before it, in order of first use.
struct WordNumbers: Sendable {
    private var words: [UInt64] = []
    private var previous: [Int32] = []
    /// The number at each first free slot from where a word's hash points; -1 where there is none.
    private var slots = [Int32](repeating: -1, count: 64)

    var count: Int { words.count }

    mutating func number(of word: UInt64, after number: Int32) -> Int32 {
        var slot = start(word, number)
        while slots[slot] >= 0 {
            let found = slots[slot]
            if words[Int(found)] == word, previous[Int(found)] == number { return found }
            slot = (slot + 1) & (slots.count - 1)
        }
        let made = Int32(words.count)
        words.append(word)
        previous.append(number)
        slots[slot] = made
        if words.count * 2 > slots.count { grow() }
        return made
    }

    private func start(_ word: UInt64, _ number: Int32) -> Int {
        let product = (word ^ UInt64(truncatingIfNeeded: number) &* 0x9e37_79b9_7f4a_7c15) &* 0xbf58_476d_1ce4_e5b9
        return Int(truncatingIfNeeded: (product ^ product >> 32) >> 8) & (slots.count - 1)
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for place in words.indices {
            var slot = start(words[place], previous[place])
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(place)
        }
    }
}
