import Tables

/// The keys of rows in any order, each as a number of 63 bits and eight bytes of memory: where no two numbers are equal, no two
/// keys are. Two keys of ten million share a number in one of some hundred thousand runs, and are then told apart by their texts.
struct KeyNumbers: Sendable {
    /// The numbers of a chunk, brought together by their first byte.
    private struct Block: Sendable {
        /// Where the numbers of each first byte begin, and where the last end.
        var starts: [Int32]
        var numbers: [Int64]
    }

    private var blocks: [Block] = []
    /// Those of the chunk that is being read.
    private var numbers: [Int64] = []
    /// Of what the keys of malformed records seem to be.
    private var seeming: [Int64] = []
    private var count = 0
    /// Whether two are known to be equal: looked at now and then, so that a source that repeats its keys is not read to its end.
    private(set) var repeats = false
    private var nextLook = 1 << 17

    private static let parts = 256

    init() {}

    init(_ numbers: [Int64]) {
        self.numbers = numbers
    }

    init(_ cells: CellColumn) {
        numbers = KeyNumbers.numbers(of: cells)
    }

    private static func numbers(of cells: CellColumn) -> [Int64] {
        let text = cells.text.span
        return [Int64](capacity: cells.count) { numbers in
            for row in 0..<cells.count {
                let cell = cells[row]
                if !cell.isMissing { numbers.append(wordNumber(of: text, cell)) }
            }
        }
    }

    /// Notes what the keys of malformed records seem to be.
    mutating func note(seeming cells: CellColumn) {
        seeming += KeyNumbers.numbers(of: cells)
    }

    /// Adds the rows that come next: a stretch of the same chunk, or a chunk that has ended.
    mutating func append(_ next: KeyNumbers) {
        seeming += next.seeming
        numbers += next.numbers
        for block in next.blocks {
            blocks.append(block)
            count += block.numbers.count
        }
        guard !repeats, count >= nextLook else { return }
        nextLook = 4 * count
        repeats = (0..<KeyNumbers.parts).contains { !isDistinct(part: $0, without: []) }
    }

    /// All rows of a chunk have been added.
    mutating func endChunk() {
        guard !numbers.isEmpty else { return }
        var starts = [Int32](repeating: 0, count: KeyNumbers.parts + 1)
        for number in numbers { starts[KeyNumbers.part(of: number) + 1] += 1 }
        for part in 0..<KeyNumbers.parts { starts[part + 1] += starts[part] }
        var next = starts
        var ordered = [Int64](repeating: 0, count: numbers.count)
        for number in numbers {
            let part = KeyNumbers.part(of: number)
            ordered[Int(next[part])] = number
            next[part] += 1
        }
        blocks.append(Block(starts: starts, numbers: ordered))
        count += numbers.count
        numbers = []
    }

    /// Whether no two are equal and, of several files, none is what the key of a malformed record seems to be.
    func areDistinct(amongFiles files: Int, jobs: Int) async throws -> Bool {
        let others = files > 1 ? Set(seeming) : []
        let distinct = try await concurrently(KeyNumbers.parts, jobs: jobs) { part in
            isDistinct(part: part, without: others.filter { KeyNumbers.part(of: $0) == part })
        }
        return distinct.allSatisfy { $0 }
    }

    private func isDistinct(part: Int, without others: Set<Int64>) -> Bool {
        let total = blocks.reduce(0) { $0 + Int($1.starts[part + 1] - $1.starts[part]) }
        // Half of the slots stay free.
        let bits = max(4, Int.bitWidth - (2 * total).leadingZeroBitCount)
        var taken = [Int64](repeating: KeyNumbers.free, count: 1 << bits)
        var slots = taken.mutableSpan
        for block in blocks {
            let numbers = block.numbers.span
            for place in Int(block.starts[part])..<Int(block.starts[part + 1]) {
                let number = numbers[place]
                var slot = Int(truncatingIfNeeded: (UInt64(bitPattern: number) << 8) >> UInt64(64 - bits))
                while slots[slot] != KeyNumbers.free {
                    if slots[slot] == number { return false }
                    slot = (slot + 1) & (slots.count - 1)
                }
                slots[slot] = number
                if !others.isEmpty, others.contains(number) { return false }
            }
        }
        return true
    }

    /// A number that no text has.
    private static let free = Missing.integer

    private static func part(of number: Int64) -> Int { Int(truncatingIfNeeded: UInt64(bitPattern: number) >> 56) }
}
