/// Every distinct text of a run, numbered so that columns hold four bytes a value.
///
/// Numbers never leave the program: output is sorted by the bytes of the texts. Equality is of bytes, as in SQL; Swift's
/// own string equality would make composed and decomposed letters the same.
///
/// Texts are numbered in order of first use. Identifiers that are counted upwards share all but their last three digits with
/// many others: these get a page, codes one after the other for all thousand of them, so that only what they share, the stem,
/// is ever looked up or kept.
package struct Names: Sendable {
    private var texts = TextList()
    private var stems = TextList()
    private var blocks = CodeBlocks()
    /// The places of the texts, each at the first free slot from where its hash points, and of the pages counted down from -2,
    /// each from where its stem's hash points.
    private var slots: [Int32]
    /// One byte of the hash of each slot's text, zero for a free slot: nearly always tells another text without a look at
    /// it, and the bytes stay in the processor's cache when numbers and texts no longer do.
    private var tags: [UInt8]
    private var mask: Int
    /// Of the stems that texts outside of pages have, and of those that pages have.
    private var pageable = StemFilter()
    private var paged = TextKinds()

    package init() {
        let size = 1024
        slots = Array(repeating: -1, count: size)
        tags = Array(repeating: 0, count: size)
        mask = size - 1
    }

    /// One more than the greatest number, not all of which need be in use.
    package var count: Int { blocks.count }

    /// The numbers that texts have, all those of a page among them.
    package var codes: [Int32] {
        var codes: [Int32] = []
        blocks.forEach { texts, page in
            if let page {
                let first = blocks.code(ofPage: page)
                codes.appendPage(from: first)
            } else {
                codes += texts.map { blocks.code(ofText: $0) }
            }
        }
        return codes
    }

    /// Makes room for so many more texts, which saves growing.
    package mutating func expect(_ more: Int) {
        var size = slots.count
        while size * 6 <= (texts.count + stems.count + more) * 10 { size *= 2 }
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
        if let code = codeInPage(of: text) { return code }
        let slot = slot(of: text, hash: hash)
        if tags[slot] != 0 { return blocks.code(ofText: Int(slots[slot])) }
        let place = Int32(texts.count)
        texts.append(text)
        if lastDigits(text) != nil {
            let stem = text.extracting(0..<text.count - 3)
            pageable.insert(stem, hash: textHash(stem))
        }
        fill(slot, place, hash)
        return blocks.addText()
    }

    package mutating func code(of text: String) -> Int32 {
        code(of: Array(text.utf8)[...])
    }

    /// The first of the codes of all texts that consist of a stem and three digits; nothing when some of them have others.
    package mutating func page(of stem: Span<UInt8>) -> Int32? {
        if stem.isEmpty { return nil }
        let hash = textHash(stem)
        let slot = slot(ofPage: stem, hash: hash)
        if tags[slot] != 0 { return blocks.code(ofPage: Int(-2 - slots[slot])) }
        if pageable.mayContain(stem, hash: hash), isKnown(stem) { return nil }
        stems.append(stem)
        paged.insert(stem)
        fill(slot, -1 - Int32(stems.count), hash)
        return blocks.addPage()
    }

    /// The number here of every text of another table, by its number there, adding the new ones in its order; numbers that no
    /// text has there have none here.
    package mutating func codes(of other: Names) -> [Int32] {
        var codes: [Int32] = []
        codes.reserveCapacity(other.count)
        other.blocks.forEach { texts, page in
            guard let page else { return append(texts, of: other, to: &codes) }
            codes += repeatElement(Missing.code, count: Int(other.blocks.code(ofPage: page)) - codes.count)
            let stem = other.stems.bytes.span.extracting(other.stems[page])
            if let first = self.page(of: stem) {
                codes.appendPage(from: first)
            } else {
                for number in 0..<CodeBlocks.pageLength { codes.append(code(of: numbered(stem, number).span)) }
            }
        }
        return codes
    }

    private mutating func append(_ places: Range<Int>, of other: Names, to codes: inout [Int32]) {
        if let first = places.first {
            codes += repeatElement(Missing.code, count: Int(other.blocks.code(ofText: first)) - codes.count)
        }
        append(codesOf: places.map { other.texts[$0] }, in: other.texts.bytes.span, to: &codes)
    }

    /// The numbers of many texts among some bytes, adding new ones in their order.
    package mutating func append(codesOf ranges: [Range<Int>], in text: Span<UInt8>, to codes: inout [Int32]) {
        var looks = TextLooks()
        for first in stride(from: 0, to: ranges.count, by: TextLooks.length) {
            let group = Array(ranges[first..<min(first + TextLooks.length, ranges.count)])
            looks.look(for: group, in: text, slots.span, tags.span, texts)
            for (look, range) in group.enumerated() {
                let text = text.extracting(range)
                let place = looks.place(look, of: text, in: texts)
                codes.append(place.map { blocks.code(ofText: $0) } ?? code(of: text, hash: looks.hashes[look]))
            }
        }
    }

    /// The number of a text that is already here.
    package func existingCode(of text: String) -> Int32? {
        let wanted = Array(text.utf8)
        if let code = codeInPage(of: wanted.span) { return code }
        let slot = slot(of: wanted.span, hash: textHash(wanted.span))
        return tags[slot] == 0 ? nil : blocks.code(ofText: Int(slots[slot]))
    }

    /// The bytes of a text by its number.
    package func bytes(of code: Int32) -> ArraySlice<UInt8> {
        switch blocks.meaning(of: code) {
        case .text(let place): texts.bytes[texts[place]]
        case .page(let page, let number): numbered(stems.bytes.span.extracting(stems[page]), number)[...]
        }
    }

    /// The first byte of a text; nothing for the empty one, and for a number that no text has.
    package func firstByte(of code: Int32) -> UInt8? {
        switch blocks.meaning(of: code) {
        case .text(let place): place < texts.count ? texts.bytes[texts[place]].first : nil
        case .page(let page, number: _): stems.bytes[stems[page]].first
        }
    }

    /// Whether any text begins with a byte that satisfies a condition.
    package func hasText(beginningWith isWanted: (UInt8) -> Bool) -> Bool {
        [texts, stems].contains { list in
            (0..<list.count).contains { list.bytes[list[$0]].first.map(isWanted) ?? false }
        }
    }

    /// How much there is: more after each text that was added, if not by one.
    package var size: Int { texts.count + stems.count }

    /// The text of a number.
    package func text(of code: Int32) -> String {
        String(decoding: bytes(of: code), as: UTF8.self)
    }

    /// Whether any text of a stem and three digits is here.
    private func isKnown(_ stem: Span<UInt8>) -> Bool {
        var text = numbered(stem, 0)
        for number in 0..<CodeBlocks.pageLength {
            text[stem.count] = UInt8(48 + number / 100)
            text[stem.count + 1] = UInt8(48 + number / 10 % 10)
            text[stem.count + 2] = UInt8(48 + number % 10)
            if tags[slot(of: text.span, hash: textHash(text.span))] != 0 { return true }
        }
        return false
    }

    /// The code of a text that is in a page.
    private func codeInPage(of text: Span<UInt8>) -> Int32? {
        guard stems.count > 0, let number = lastDigits(text) else { return nil }
        let stem = text.extracting(0..<text.count - 3)
        guard paged.mayContain(stem) else { return nil }
        let slot = slot(ofPage: stem, hash: textHash(stem))
        return tags[slot] == 0 ? nil : blocks.code(ofPage: Int(-2 - slots[slot])) + number
    }

    /// Where a text is, or the free slot that would be its own.
    private func slot(of text: Span<UInt8>, hash: UInt64) -> Int {
        let tag = tag(hash)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while tags[slot] != 0 {
            if tags[slot] == tag, slots[slot] >= 0, texts.equals(Int(slots[slot]), text) { return slot }
            slot = (slot + 1) & mask
        }
        return slot
    }

    /// Where the page of a stem is, or the free slot that would be its own.
    private func slot(ofPage stem: Span<UInt8>, hash: UInt64) -> Int {
        let tag = tag(hash)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while tags[slot] != 0 {
            if tags[slot] == tag, slots[slot] < 0, stems.equals(Int(-2 - slots[slot]), stem) { return slot }
            slot = (slot + 1) & mask
        }
        return slot
    }

    private mutating func fill(_ slot: Int, _ value: Int32, _ hash: UInt64) {
        slots[slot] = value
        tags[slot] = tag(hash)
        if (texts.count + stems.count) * 10 > slots.count * 6 { resize(to: slots.count * 2) }
    }

    private mutating func resize(to size: Int) {
        mask = size - 1
        slots = Array(repeating: -1, count: size)
        tags = Array(repeating: 0, count: size)
        for place in 0..<texts.count { refill(Int32(place), textHash(texts.bytes.span.extracting(texts[place]))) }
        for page in 0..<stems.count { refill(-2 - Int32(page), textHash(stems.bytes.span.extracting(stems[page]))) }
    }

    private mutating func refill(_ value: Int32, _ hash: UInt64) {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while tags[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = value
        tags[slot] = tag(hash)
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

/// A stem with a number below a thousand as three digits.
private func numbered(_ stem: Span<UInt8>, _ number: Int32) -> [UInt8] {
    [UInt8](capacity: stem.count + 3) { text in
        for place in stem.indices { text.append(stem[place]) }
        for digit in [number / 100, number / 10 % 10, number % 10] { text.append(UInt8(48 + digit)) }
    }
}

extension [Int32] {
    /// The codes of a page, in one go.
    fileprivate mutating func appendPage(from first: Int32) {
        append(addingCapacity: Int(CodeBlocks.pageLength)) { codes in
            for number in 0..<CodeBlocks.pageLength { codes.append(first + number) }
        }
    }
}
