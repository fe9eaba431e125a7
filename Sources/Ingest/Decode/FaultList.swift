/// Collects a chunk's faults, one column after the other.
struct FaultList {
    private(set) var all: [DecodedSource.Fault] = []
    /// The column being decoded; -1 for whole records.
    var column: Int32 = -1

    mutating func add(_ code: FaultCode, row: Int) {
        all.append(.init(row: Int32(row), column: column, code: code))
    }

    /// By row, then column, then code: the same whatever the order of decoding.
    func sorted() -> [DecodedSource.Fault] {
        all.sorted { left, right in
            if left.row != right.row { return left.row < right.row }
            if left.column != right.column { return left.column < right.column }
            return left.code.rawValue < right.code.rawValue
        }
    }
}
