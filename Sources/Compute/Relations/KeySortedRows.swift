import Tables

/// Row numbers brought together by the value of a column, ascending within each; rows without a value are left out.
struct KeySortedRows: Sendable {
    let rows: [Int32]
    /// How many rows each value has, in the order in which they stand.
    let lengths: [Int32]

    /// The values in at most so many parts of about equally many rows.
    func parts(_ most: Int) -> [(groups: Range<Int>, rows: Range<Int>)] {
        let wanted = max(1, (rows.count + most - 1) / max(1, most))
        var parts: [(groups: Range<Int>, rows: Range<Int>)] = []
        var (firstGroup, firstRow, row) = (0, 0, 0)
        for (group, length) in lengths.enumerated() {
            row += Int(length)
            if row - firstRow >= wanted || group == lengths.count - 1 {
                parts.append((firstGroup..<group + 1, firstRow..<row))
                (firstGroup, firstRow) = (group + 1, row)
            }
        }
        return parts
    }
}

/// Sorts rows by counting: linear in rows and in the numbers that the values are given.
func sortByKey(_ key: Column) -> KeySortedRows {
    let numbers = DenseNumbers(key)
    var next = [Int32](repeating: 0, count: numbers.count + 1)
    for row in 0..<numbers.ofRow.count {
        let number = numbers.number(at: row)
        if number >= 0 { next[number + 1] += 1 }
    }
    let lengths = Array(next.dropFirst())
    for number in 0..<numbers.count { next[number + 1] += next[number] }
    var rows = [Int32](repeating: 0, count: Int(next[numbers.count]))
    for row in 0..<numbers.ofRow.count {
        let number = numbers.number(at: row)
        guard number >= 0 else { continue }
        rows[Int(next[number])] = Int32(row)
        next[number] += 1
    }
    return KeySortedRows(rows: rows, lengths: lengths)
}

/// A column's values as numbers from zero, few of them unused.
private struct DenseNumbers {
    /// Added to `base`; a missing value is below it.
    let ofRow: [Int32]
    private let base: Int32
    let count: Int

    init(_ key: Column) {
        if case .codes(let codes) = key.unpacked {
            var (least, greatest) = (Int32.max, Int32.min)
            for code in codes where code != Missing.code {
                least = min(least, code)
                greatest = max(greatest, code)
            }
            // The ids of one export were numbered near each other, among the many texts of a run.
            if least > greatest || Int(greatest) - Int(least) <= 4 * codes.count + 65_536 {
                (ofRow, base, count) = (codes, max(0, min(least, greatest)), max(0, Int(greatest) - Int(least) + 1))
                return
            }
        }
        var known: [Int64: Int32] = [:]
        ofRow = (0..<key.count).map { row in
            let value = key.integer(at: row)
            if value == Missing.integer { return Missing.code }
            if let number = known[value] { return number }
            let number = Int32(known.count)
            known[value] = number
            return number
        }
        (base, count) = (0, known.count)
    }

    @inline(__always)
    func number(at row: Int) -> Int {
        let number = ofRow[row]
        return number == Missing.code ? -1 : Int(number - base)
    }
}
