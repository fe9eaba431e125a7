/// Looks for several texts in a table larger than the processor's cache, where each look waits for the memory: all slots first,
/// then all that these point to, so that the waits overlap. Nothing is branched on before all has come, for a branch that goes
/// either way half of the time would have every wait by itself.
struct TextLooks {
    static let length = 32

    private(set) var hashes = [UInt64](repeating: 0, count: length)
    /// Of the slot that a hash points to.
    private var tags = [UInt8](repeating: 0, count: length)
    private var likely = [Int32](repeating: 0, count: length)
    /// Of the text that is likely to be the same.
    private var starts = [Int](repeating: 0, count: length)
    /// Its beginning, which brings its bytes into the cache.
    private var words = [UInt64](repeating: 0, count: length)

    /// - Parameters:
    ///   - ranges: no more than `length` texts among the bytes.
    ///   - known: the texts that the slots are of.
    mutating func look(
        for ranges: [Range<Int>], in text: Span<UInt8>, _ slots: Span<Int32>, _ tags: Span<UInt8>, _ known: TextList
    ) {
        let mask = slots.count - 1
        for (look, range) in ranges.enumerated() {
            let hash = textHash(text.extracting(range))
            let slot = Int(truncatingIfNeeded: hash) & mask
            hashes[look] = hash
            self.tags[look] = tags[slot]
            likely[look] = slots[slot]
        }
        let (places, bytes) = (known.starts.span, known.bytes.span)
        guard bytes.count >= 8 else { return }
        for look in 0..<ranges.count { starts[look] = places[Int(max(likely[look], 0))] }
        for look in 0..<ranges.count { words[look] = word(bytes, min(starts[look], bytes.count - 8)) }
    }

    /// The place of the text that a look has found, if it is the same.
    @inline(__always)
    func place(_ look: Int, of text: Span<UInt8>, in known: TextList) -> Int? {
        guard tags[look] == tag(hashes[look]), likely[look] >= 0 else { return nil }
        let place = Int(likely[look])
        return known.equals(place, text) ? place : nil
    }
}

/// The byte that stands for a hash beside its slot, from bits that do not choose the slot.
func tag(_ hash: UInt64) -> UInt8 {
    UInt8(truncatingIfNeeded: hash >> 56) | 0x80
}
