/// Every distinct text of a run, numbered in order of first use, so that columns hold four bytes a value.
///
/// Numbers never leave the program: output is sorted by the bytes of the texts. Equality is of bytes, as in SQL; Swift's
/// own string equality would make composed and decomposed letters the same.
package struct Names: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// The numbers of the texts, each at the first free slot from where its hash points; below zero, at that of its stem, the
    /// place of a page counted from -2.
    private var slots: [Int32]
    /// One byte of the hash of each slot's text, zero for a free slot: nearly always tells another text without a look at
    /// it, and the bytes stay in the processor's cache when numbers and texts no longer do.
    private var tags: [UInt8]
    private var mask: Int
    /// How many slots are in use.
    private var used = 0
    /// The first code of each page, ascending.
    private var pages: [Int32] = []
    /// How many of the texts that have slots could be in a page.
    private var pageable = 0

    package init() {
        let size = 1024
        slots = Array(repeating: -1, count: size)
        tags = Array(repeating: 0, count: size)
        mask = size - 1
    }

    package var count: Int { ends.count }

    /// Makes room for so many more texts, which saves growing.
    package mutating func expect(_ more: Int) {
        var size = slots.count
        while size * 6 <= (used + more) * 10 { size *= 2 }
        if size > slots.count { resize(to: size) }
    }

    /// The number of a text, given as bytes, adding it when it is new.
    package mutating func code(of text: ArraySlice<UInt8>) -> Int32 {
        code(of: text.span)
    }

    /// The same for bytes that are part of others: nothing is copied, retained or allocated for a text that is known.
    package mutating func code(of text: Span<UInt8>) -> Int32 {
        code(of: text, hash: textHash(text))
    }

    private mutating func code(of text: Span<UInt8>, hash: UInt64) -> Int32 {
        if let code = paged(text) { return code }
        let slot = slot(of: text, hash: hash)
        if tags[slot] != 0 { return slots[slot] }
        let code = append(text)
        if lastDigits(text) != nil { pageable += 1 }
        fill(slot, code, hash)
        return code
    }

    package mutating func code(of text: String) -> Int32 {
        code(of: Array(text.utf8)[...])
    }

    /// The number here of every text of another table, adding the new ones in its order.
    package mutating func codes(of other: Names) -> [Int32] {
        var codes: [Int32] = []
        codes.reserveCapacity(other.count)
        var next: Int32 = 0
        for first in other.pages {
            append(next..<first, of: other, to: &codes)
            next = first + Names.pageLength
            if let mine = page(of: other.bytes.span.extracting(other.stem(of: first))) {
                codes += mine..<mine + Names.pageLength
            } else {
                append(first..<next, of: other, to: &codes)
            }
        }
        append(next..<Int32(other.count), of: other, to: &codes)
        return codes
    }

    /// By blocks, first the hashes and the slots they point to: in a table larger than the processor's cache each look waits
    /// for the memory, and these waits overlap.
    private mutating func append(_ texts: Range<Int32>, of other: Names, to codes: inout [Int32]) {
        var looks: [(hash: UInt64, likely: Int32, place: Range<Int>)] = []
        for first in stride(from: texts.lowerBound, to: texts.upperBound, by: 32) {
            let block = first..<min(first + 32, texts.upperBound)
            looks.removeAll(keepingCapacity: true)
            for code in block {
                let hash = textHash(other.bytes.span.extracting(other.range(of: code)))
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
    }

    /// The number of a text that is already here.
    package func existingCode(of text: String) -> Int32? {
        let wanted = Array(text.utf8)
        if let code = paged(wanted.span) { return code }
        let slot = slot(of: wanted.span, hash: textHash(wanted.span))
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
            if tags[slot] == tag, slots[slot] >= 0, equals(range(of: slots[slot]), text) { return slot }
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

    private mutating func append(_ text: Span<UInt8>) -> Int32 {
        let code = Int32(ends.count)
        // The pointer is used during the call only.
        unsafe text.withUnsafeBufferPointer { text in unsafe bytes.append(contentsOf: text) }
        ends.append(bytes.count)
        return code
    }

    private mutating func fill(_ slot: Int, _ value: Int32, _ hash: UInt64) {
        slots[slot] = value
        tags[slot] = tag(hash)
        used += 1
        if used * 10 > slots.count * 6 { resize(to: slots.count * 2) }
    }

    private mutating func resize(to size: Int) {
        mask = size - 1
        slots = Array(repeating: -1, count: size)
        tags = Array(repeating: 0, count: size)
        var page = 0
        var code: Int32 = 0
        while code < ends.count {
            let isPage = page < pages.count && pages[page] == code
            let hash = textHash(bytes.span.extracting(isPage ? stem(of: code) : range(of: code)))
            var slot = Int(truncatingIfNeeded: hash) & mask
            while tags[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = isPage ? -2 - Int32(page) : code
            tags[slot] = tag(hash)
            code += isPage ? Names.pageLength : 1
            page += isPage ? 1 : 0
        }
    }
}

// Identifiers that are counted upwards share all but their last three digits with many others. These get a page: codes one
// after the other for all thousand of them, so that only the stem, what they share, is ever looked up.
extension Names {
    package static var pageLength: Int32 { 1000 }

    /// The first of the codes of all texts that consist of a stem and three digits; nothing when some of them have others.
    package mutating func page(of stem: Span<UInt8>) -> Int32? {
        if stem.isEmpty { return nil }
        let hash = textHash(stem)
        let slot = slot(ofPage: stem, hash: hash)
        if tags[slot] != 0 { return pages[Int(-2 - slots[slot])] }
        if pageable > 0, isKnown(stem) { return nil }
        let first = Int32(ends.count)
        // The pointer is used during the call only.
        var text = unsafe stem.withUnsafeBufferPointer { unsafe Array($0) }
        text += [48, 48, 48]
        for number in 0..<Names.pageLength {
            write(number, at: stem.count, of: &text)
            _ = append(text.span)
        }
        pages.append(first)
        fill(slot, -1 - Int32(pages.count), hash)
        return first
    }

    /// Whether any text of a stem and three digits is here.
    private func isKnown(_ stem: Span<UInt8>) -> Bool {
        var text = unsafe stem.withUnsafeBufferPointer { unsafe Array($0) }
        text += [48, 48, 48]
        return (0..<Names.pageLength).contains { number in
            write(number, at: stem.count, of: &text)
            return tags[slot(of: text.span, hash: textHash(text.span))] != 0
        }
    }

    /// The code of a text that is in a page.
    private func paged(_ text: Span<UInt8>) -> Int32? {
        guard !pages.isEmpty, let number = lastDigits(text) else { return nil }
        let stem = text.extracting(0..<text.count - 3)
        let slot = slot(ofPage: stem, hash: textHash(stem))
        return tags[slot] == 0 ? nil : pages[Int(-2 - slots[slot])] + number
    }

    /// Where the page of a stem is, or the free slot that would be its own.
    private func slot(ofPage stem: Span<UInt8>, hash: UInt64) -> Int {
        let tag = tag(hash)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while tags[slot] != 0 {
            if tags[slot] == tag, slots[slot] < 0, equals(self.stem(of: pages[Int(-2 - slots[slot])]), stem) {
                return slot
            }
            slot = (slot + 1) & mask
        }
        return slot
    }

    private func stem(of first: Int32) -> Range<Int> {
        let whole = range(of: first)
        return whole.lowerBound..<whole.upperBound - 3
    }
}

/// The number of a text's last three digits; nothing when it has no such digits and something before them.
private func lastDigits(_ text: Span<UInt8>) -> Int32? {
    guard text.count > 3 else { return nil }
    var number: Int32 = 0
    for place in text.count - 3..<text.count {
        guard text[place] >= 48, text[place] <= 57 else { return nil }
        number = number * 10 + Int32(text[place] - 48)
    }
    return number
}

/// Writes a number below a thousand as three digits.
private func write(_ number: Int32, at place: Int, of text: inout [UInt8]) {
    text[place] = UInt8(48 + number / 100)
    text[place + 1] = UInt8(48 + number / 10 % 10)
    text[place + 2] = UInt8(48 + number % 10)
}

/// The byte that stands for a hash beside its slot, from bits that do not choose the slot.
private func tag(_ hash: UInt64) -> UInt8 {
    UInt8(truncatingIfNeeded: hash >> 56) | 0x80
}
