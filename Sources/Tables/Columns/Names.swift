/// Every distinct text of a run, numbered in order of first use, so that columns hold four bytes a value.
///
/// Numbers never leave the program: output is sorted by the bytes of the texts. Equality is of bytes, as in SQL; Swift's
/// own string equality would make composed and decomposed letters the same.
package struct Names: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var slots: [Int32]
    private var mask: Int

    package init() {
        slots = Array(repeating: -1, count: 1024)
        mask = 1023
    }

    package var count: Int { ends.count }

    /// The number of a text, given as bytes, adding it when it is new.
    package mutating func code(of text: ArraySlice<UInt8>) -> Int32 {
        var slot = hash(text) & mask
        while slots[slot] >= 0 {
            if equals(slots[slot], text) { return slots[slot] }
            slot = (slot + 1) & mask
        }
        let code = Int32(ends.count)
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
        slots[slot] = code
        if ends.count * 10 > slots.count * 6 { grow() }
        return code
    }

    package mutating func code(of text: String) -> Int32 {
        code(of: Array(text.utf8)[...])
    }

    /// The number of a text that is already here.
    package func existingCode(of text: String) -> Int32? {
        let wanted = Array(text.utf8)[...]
        var slot = hash(wanted) & mask
        while slots[slot] >= 0 {
            if equals(slots[slot], wanted) { return slots[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// The bytes of a text by its number.
    package func bytes(of code: Int32) -> ArraySlice<UInt8> {
        let start = code == 0 ? 0 : ends[Int(code) - 1]
        return bytes[start..<ends[Int(code)]]
    }

    /// The text of a number.
    package func text(of code: Int32) -> String {
        String(decoding: bytes(of: code), as: UTF8.self)
    }

    private func equals(_ code: Int32, _ text: ArraySlice<UInt8>) -> Bool {
        let mine = bytes(of: code)
        guard mine.count == text.count else { return false }
        return mine.elementsEqual(text)
    }

    private func hash(_ text: ArraySlice<UInt8>) -> Int {
        var state: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text {
            state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        state ^= state >> 32
        state = state &* 0x9e37_79b9_7f4a_7c15
        return Int(truncatingIfNeeded: state >> 16) & Int.max
    }

    private mutating func grow() {
        mask = slots.count * 2 - 1
        slots = Array(repeating: -1, count: slots.count * 2)
        for code in 0..<Int32(ends.count) {
            var slot = hash(bytes(of: code)) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = code
        }
    }
}
