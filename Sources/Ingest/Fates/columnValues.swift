import Expressions
import Tables

extension Column {
    /// All values as integers, absent ones as `Missing.integer`, for loops that must not look at the type per row.
    func widened() -> [Int64] {
        switch self {
        case .flags(let values): values.map { $0 == Missing.flag ? Missing.integer : Int64($0) }
        case .codes(let values): values.map { $0 == Missing.code ? Missing.integer : Int64($0) }
        case .labels: unpacked.widened()
        case .seconds(let values): values.map { $0 == Missing.seconds ? Missing.integer : Int64($0) * 1000 }
        case .integers(let values): values
        case .small(let values): values.map { $0 == Missing.small ? Missing.integer : Int64($0) }
        }
    }

    /// The same for some rows.
    func widened(_ rows: Range<Int>) -> [Int64] {
        switch vector(rows) {
        case .flags(let values): Column.flags(values).widened()
        case .codes(let values): Column.codes(values).widened()
        case .integers(let values): values
        }
    }

    /// A column of one value, as narrow as the type allows.
    init(repeating value: Int64, type: ValueType, count: Int) {
        switch type {
        case .flag:
            self = .flags(Array(repeating: value == Missing.integer ? Missing.flag : UInt8(value), count: count))
        case .text, .id, .category, .pseudonym:
            self = .codes(Array(repeating: value == Missing.integer ? Missing.code : Int32(value), count: count))
        case .time where value == Missing.integer, .duration where value == Missing.integer:
            self = .seconds(Array(repeating: Missing.seconds, count: count))
        case .integer, .number, .duration, .time, .date, .null:
            self = .integers(Array(repeating: value, count: count))
        }
    }

    func isMissing(at row: Int) -> Bool {
        switch self {
        case .flags(let values): values[row] == Missing.flag
        case .codes(let values): values[row] == Missing.code
        case .labels(let values, of: _): values[row] == Missing.label
        case .seconds(let values): values[row] == Missing.seconds
        case .integers(let values): values[row] == Missing.integer
        case .small(let values): values[row] == Missing.small
        }
    }

    func missingRows() -> [Int] {
        // Most columns have none, which counting tells in a fraction of the time.
        if missingCount == 0 { return [] }
        return switch self {
        case .flags(let values): values.indices.filter { values[$0] == Missing.flag }
        case .codes(let values): values.indices.filter { values[$0] == Missing.code }
        case .labels(let values, of: _): values.indices.filter { values[$0] == Missing.label }
        case .seconds(let values): values.indices.filter { values[$0] == Missing.seconds }
        case .integers(let values): values.indices.filter { values[$0] == Missing.integer }
        case .small(let values): values.indices.filter { values[$0] == Missing.small }
        }
    }

    /// How many rows have no value.
    var missingCount: Int {
        // Added up in the values' own width, from 32 bits, which has room for any number of rows.
        func count<Value: FixedWidthInteger>(_ values: [Value], _ missing: Value) -> Int {
            let values = values.span
            var (found, row): (Value, Int) = (0, 0)
            // Of a loop over a range every step would be checked twice, and taken by itself.
            while row < values.count {
                found &+= values[row] == missing ? 1 : 0
                row &+= 1
            }
            return Int(found)
        }
        return switch self {
        case .flags(let values): occurrences(of: Missing.flag, in: values)
        case .codes(let values): count(values, Missing.code)
        case .labels(let values, of: _): occurrences(of: Missing.label, in: values)
        case .seconds(let values): count(values, Missing.seconds)
        case .integers(let values): count(values, Missing.integer)
        case .small(let values): values.count { $0 == Missing.small }
        }
    }

    /// Stores a value given as `integer(at:)` returns it; a column of whole seconds that is given a part of a second
    /// becomes one of milliseconds.
    mutating func store(_ pairs: [(row: Int, value: Int64)]) {
        guard !pairs.isEmpty else { return }
        switch self {
        case .flags(var values):
            self = .flags([])
            for (row, value) in pairs { values[row] = value == Missing.integer ? Missing.flag : UInt8(value) }
            self = .flags(values)
        case .labels(var values, of: let codes):
            guard pairs.allSatisfy({ $0.value == Missing.integer }) else {
                self = unpacked
                return store(pairs)
            }
            self = .flags([])
            for (row, _) in pairs { values[row] = Missing.label }
            self = .labels(values, of: codes)
        case .codes(var values):
            self = .codes([])
            for (row, value) in pairs { values[row] = value == Missing.integer ? Missing.code : Int32(value) }
            self = .codes(values)
        case .seconds(var values):
            let fits = pairs.allSatisfy {
                $0.value == Missing.integer || ($0.value % 1000 == 0 && Int32(exactly: $0.value / 1000) != nil)
            }
            guard fits else {
                self = .integers(widened())
                return store(pairs)
            }
            self = .seconds([])
            for (row, value) in pairs {
                values[row] = value == Missing.integer ? Missing.seconds : Int32(value / 1000)
            }
            self = .seconds(values)
        case .small:
            self = .integers(widened())
            store(pairs)
        case .integers(var values):
            self = .integers([])
            for (row, value) in pairs { values[row] = value }
            self = .integers(values)
        }
    }

    mutating func blank(_ rows: [Int]) {
        store(rows.map { ($0, Missing.integer) })
    }
}

extension Vector {
    /// The value of one row as `Column.integer(at:)` gives it.
    func integer(at row: Int) -> Int64 {
        switch self {
        case .flags(let values): values[row] == Missing.flag ? Missing.integer : Int64(values[row])
        case .codes(let values): values[row] < 0 ? Missing.integer : Int64(values[row])
        case .integers(let values): values[row]
        }
    }
}
