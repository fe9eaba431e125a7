/// Every distinct text of a run, numbered in order of first use, so that columns hold four bytes a value.
///
/// Numbers never leave the program: output is sorted by the bytes of the texts. Equality is of bytes, as in SQL; Swift's
/// own string equality would make composed and decomposed letters the same.
package struct Names: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// The numbers of the texts, each at the first free slot from where its hash points.
    private var slots: [Int32]
    /// One byte of the hash of each slot's text, zero for a free slot: nearly always tells another text without a look at
    /// it, and the bytes stay in the processor's cache when numbers and texts no longer do.
    private var tags: [UInt8]
    private var mask: Int

    /// Room for as many texts as are expected saves growing.
    package init(expecting count: Int = 0) {
        var size = 1024
        while size * 6 <= count * 10 { size *= 2 }
        slots = Array(repeating: -1, count: size)
        tags = Array(repeating: 0, count: size)
        mask = size - 1
    }

    package var count: Int { ends.count }

    /// The number of a text, given as bytes, adding it when it is new.
    package mutating func code(of text: ArraySlice<UInt8>) -> Int32 {
        code(of: text.span)
    }

    /// The same for bytes that are part of others: nothing is copied, retained or allocated for a text that is known.
    package mutating func code(of text: Span<UInt8>) -> Int32 {
        code(of: text, hash: hash(of: text))
    }

    private mutating func code(of text: Span<UInt8>, hash: UInt64) -> Int32 {
        let slot = slot(of: text, hash: hash)
        if tags[slot] != 0 { return slots[slot] }
        let code = Int32(ends.count)
        // The pointer is used during the call only.
        unsafe text.withUnsafeBufferPointer { text in unsafe bytes.append(contentsOf: text) }
        ends.append(bytes.count)
        slots[slot] = code
        tags[slot] = tag(hash)
        if ends.count * 10 > slots.count * 6 { resize(to: slots.count * 2) }
        return code
    }

    package mutating func code(of text: String) -> Int32 {
        code(of: Array(text.utf8)[...])
    }

    /// The number here of every text of another table, adding the new ones in its order.
    package mutating func codes(of other: Names) -> [Int32] {
        var codes: [Int32] = []
        codes.reserveCapacity(other.count)
        // By blocks, first the hashes and the slots they point to: in a table larger than the processor's cache each look
        // waits for the memory, and these waits overlap.
        var looks: [(hash: UInt64, likely: Int32, place: Range<Int>)] = []
        for first in stride(from: 0, to: other.count, by: 32) {
            let block = Int32(first)..<Int32(min(first + 32, other.count))
            looks.removeAll(keepingCapacity: true)
            for code in block {
                let hash = hash(of: other.bytes.span.extracting(other.range(of: code)))
                let slot = Int(truncatingIfNeeded: hash) & mask
                looks.append((hash, tags[slot] == tag(hash) ? slots[slot] : -1, 0..<0))
            }
            for look in looks.indices where looks[look].likely >= 0 {
                looks[look].place = range(of: looks[look].likely)
            }
            for (code, look) in zip(block, looks) {
                let text = other.bytes.span.extracting(other.range(of: code))
                let isLikely = look.likely >= 0 && equals(look.place, text)
                codes.append(isLikely ? look.likely : self.code(of: text, hash: look.hash))
            }
        }
        return codes
    }

    /// The number of a text that is already here.
    package func existingCode(of text: String) -> Int32? {
        let wanted = Array(text.utf8)
        let slot = slot(of: wanted.span, hash: hash(of: wanted.span))
        return tags[slot] == 0 ? nil : slots[slot]
    }

    /// The bytes of a text by its number.
    package func bytes(of code: Int32) -> ArraySlice<UInt8> {
        bytes[range(of: code)]
    }

    /// The first byte of a text; nothing for the empty one.
    package func firstByte(of code: Int32) -> UInt8? {
        let range = range(of: code)
        return range.isEmpty ? nil : bytes[range.lowerBound]
    }

    /// The text of a number.
    package func text(of code: Int32) -> String {
        String(decoding: bytes(of: code), as: UTF8.self)
    }

    private func range(of code: Int32) -> Range<Int> {
        (code == 0 ? 0 : ends[Int(code) - 1])..<ends[Int(code)]
    }

    /// Where a text is, or the free slot that would be its own.
    private func slot(of text: Span<UInt8>, hash: UInt64) -> Int {
        let tag = tag(hash)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while tags[slot] != 0 {
            if tags[slot] == tag, equals(range(of: slots[slot]), text) { return slot }
            slot = (slot + 1) & mask
        }
        return slot
    }

    private func equals(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard range.count == text.count else { return false }
        let mine = bytes.span
        var place = 0
        while place + 8 <= text.count {
            if word(mine, range.lowerBound + place) != word(text, place) { return false }
            place += 8
        }
        while place < text.count {
            if mine[range.lowerBound + place] != text[place] { return false }
            place += 1
        }
        return true
    }

    private mutating func resize(to size: Int) {
        mask = size - 1
        slots = Array(repeating: -1, count: size)
        tags = Array(repeating: 0, count: size)
        var start = 0
        for code in ends.indices {
            let hash = hash(of: bytes.span.extracting(start..<ends[code]))
            start = ends[code]
            var slot = Int(truncatingIfNeeded: hash) & mask
            while tags[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(code)
            tags[slot] = tag(hash)
        }
    }
}

/// The byte that stands for a hash beside its slot, from bits that do not choose the slot.
private func tag(_ hash: UInt64) -> UInt8 {
    UInt8(truncatingIfNeeded: hash >> 56) | 0x80
}

/// Eight bytes at a step, since most texts are identifiers of ten to twenty.
private func hash(of text: Span<UInt8>) -> UInt64 {
    var state = UInt64(truncatingIfNeeded: text.count) &* 0x9e37_79b9_7f4a_7c15
    var place = 0
    while place + 8 <= text.count {
        state = mixed(state ^ word(text, place))
        place += 8
    }
    var rest: UInt64 = 0
    while place < text.count {
        rest = rest << 8 | UInt64(text[place])
        place += 1
    }
    return mixed(mixed(state ^ rest))
}

/// Eight bytes as they stand, the first one lowest.
@inline(__always)
private func word(_ text: Span<UInt8>, _ place: Int) -> UInt64 {
    // The load checks that all eight bytes are there.
    UInt64(littleEndian: unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
}

private func mixed(_ value: UInt64) -> UInt64 {
    let product = value &* 0xbf58_476d_1ce4_e5b9
    return product ^ product >> 29
}
