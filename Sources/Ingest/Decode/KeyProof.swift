/// What shows that no row's fate depends on the key of another, while the keys' texts are not kept.
struct KeyProof: Sendable {
    let means: KeyMeans
    /// Rows that could be read and have no key.
    var missing = 0
    private(set) var order = KeyOrder()
    private(set) var numbers = KeyNumbers()
    /// Whether the file has no such column.
    private var isWithoutKeys = false

    init(by means: KeyMeans) {
        self.means = means
    }

    /// Of a key that no row of the file has.
    static func none(by means: KeyMeans) -> KeyProof {
        var proof = KeyProof(by: means)
        proof.isWithoutKeys = true
        return proof
    }

    /// Of a chunk's cells, whose text is read in place.
    init(_ cells: CellColumn, by means: KeyMeans) {
        self.means = means
        if means == .numbers {
            numbers = KeyNumbers(cells)
        } else {
            order = KeyOrder(cells)
        }
    }

    init(_ order: KeyOrder) {
        means = .order
        self.order = order
    }

    init(_ numbers: KeyNumbers) {
        means = .numbers
        self.numbers = numbers
    }

    /// Notes what the keys of malformed records seem to be.
    mutating func note(seeming cells: CellColumn) {
        if means == .numbers { numbers.note(seeming: cells) } else { order.note(seeming: cells) }
    }

    /// The rows of the next file follow.
    mutating func beginFile() {
        order.beginFile()
    }

    /// Adds the rows that come next.
    mutating func append(_ next: KeyProof) {
        missing += next.missing
        isWithoutKeys = isWithoutKeys || next.isWithoutKeys
        order.append(next.order)
        numbers.append(next.numbers)
    }

    /// All rows of a chunk have been added.
    mutating func endChunk() {
        numbers.endChunk()
    }

    /// What the source would have to be read again with, as far as is known; nothing where no row's fate depends on a key: no
    /// two are equal, and no record that could not be read or has no key can be one of another file.
    func needed(files: Int) -> KeyMeans? {
        if isWithoutKeys || (files > 1 && missing > 0) { return .texts }
        switch means {
        case .order:
            if order.ascends && !order.mayCorrect { return nil }
            return order.repeats || order.ascends ? .texts : .numbers
        case .numbers: return numbers.repeats ? .texts : nil
        case .texts: return nil
        }
    }

    /// The same of all rows.
    func needed(files: Int, jobs: Int) async throws -> KeyMeans? {
        if let means = needed(files: files) { return means }
        guard means == .numbers else { return nil }
        return try await numbers.areDistinct(amongFiles: files, jobs: jobs) ? nil : .texts
    }
}
