import Tables

/// All traits of a row of a table side by side in words.
struct RowWords: Sendable {
    /// Each with its byte, from the first byte of the first word on, and where in the byte it begins.
    private let traits: [(trait: RowTrait, byte: Int, shift: UInt8)]
    let count: Int

    init(_ all: [RowTrait]) {
        var traits: [(trait: RowTrait, byte: Int, shift: UInt8)] = []
        var known: Set<RowTrait> = []
        var (byte, shift) = (0, 0)
        for trait in [.standing] + all where known.insert(trait).inserted {
            if shift + trait.bits > UInt8.bitWidth { (byte, shift) = (byte + 1, 0) }
            traits.append((trait, byte, UInt8(shift)))
            shift += trait.bits
        }
        self.traits = traits
        count = byte / RowWords.bytes + 1
    }

    private static let bytes = UInt64.bitWidth / UInt8.bitWidth

    /// The words of each row of a batch.
    func values(in batch: Batch, _ plans: [FigurePlan]) throws -> [[UInt64]] {
        var words = [[UInt64]](repeating: Array(repeating: 0, count: batch.rows.count), count: count)
        var next = traits.startIndex
        while next < traits.endIndex {
            // What shares a byte is brought together in bytes, of which a register holds eight times as many as of words.
            let byte = traits[next].byte
            var bytes = try traits[next].trait.values(in: batch, plans)
            next += 1
            while next < traits.endIndex, traits[next].byte == byte {
                place(try traits[next].trait.values(in: batch, plans), at: traits[next].shift, in: &bytes)
                next += 1
            }
            place(bytes, at: UInt64(byte % RowWords.bytes * UInt8.bitWidth), in: &words[byte / RowWords.bytes])
        }
        return words
    }
}

@inline(__always)
private func place<Whole: FixedWidthInteger>(_ values: [UInt8], at shift: Whole, in whole: inout [Whole]) {
    var cells = whole.mutableSpan
    for row in 0..<values.count { cells[row] |= Whole(truncatingIfNeeded: values[row]) &<< shift }
}

/// Numbers for distinct words, each told apart also by the number of the word before it, in order of first use.
struct WordNumbers: Sendable {
    private var words: [UInt64] = []
    private var previous: [Int32] = []
    /// The number at each first free slot from where a word's hash points; -1 where there is none.
    private var slots = [Int32](repeating: -1, count: 64)

    var count: Int { words.count }

    /// Puts in place of each number that of the word after it, and gives the places of those that are new.
    mutating func number(_ words: [UInt64], after codes: inout [Int32]) -> [Int] {
        var firsts: [Int] = []
        var next = 0
        while true {
            next = find(words, from: next, after: &codes)
            if next == words.count { return firsts }
            firsts.append(next)
            codes[next] = number(of: words[next], after: codes[next])
            next += 1
        }
    }

    /// Finds numbers up to the first word that has none, whose place is returned.
    private func find(_ words: [UInt64], from first: Int, after codes: inout [Int32]) -> Int {
        let (words, known, previous, slots) = (words.span, self.words.span, previous.span, slots.span)
        var codes = codes.mutableSpan
        for place in first..<words.count {
            let (word, before) = (words[place], codes[place])
            var slot = start(word, before)
            while true {
                let found = slots[slot]
                if found < 0 { return place }
                if known[Int(found)] == word, previous[Int(found)] == before {
                    codes[place] = found
                    break
                }
                slot = (slot + 1) & (slots.count - 1)
            }
        }
        return words.count
    }

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
