/// The few stems of a column's texts, numbered in order of first use.
struct StemTable {
    private var stems: [ShortText] = []
    /// The cell in which each was met first.
    private(set) var cells: [RecordBatch.Cell] = []
    /// Numbers, each at the first free place from where its hash points.
    private var slots = [Int32](repeating: -1, count: 256)
    private var last: (stem: ShortText, number: Int32)?

    var count: Int { stems.count }

    @inline(__always)
    mutating func number(of stem: ShortText, at cell: RecordBatch.Cell) -> Int32 {
        if let last, last.stem == stem { return last.number }
        var slot = place(of: stem)
        while slots[slot] >= 0 {
            let number = slots[slot]
            if stems[Int(number)] == stem {
                last = (stem, number)
                return number
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return add(stem, cell, slot)
    }

    private mutating func add(_ stem: ShortText, _ cell: RecordBatch.Cell, _ slot: Int) -> Int32 {
        let number = Int32(stems.count)
        stems.append(stem)
        cells.append(cell)
        slots[slot] = number
        last = (stem, number)
        if stems.count * 2 > slots.count { grow() }
        return number
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (number, stem) in stems.enumerated() {
            var slot = place(of: stem)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }

    @inline(__always)
    private func place(of stem: ShortText) -> Int {
        Int(truncatingIfNeeded: stem.hash >> 32) & (slots.count - 1)
    }
}
