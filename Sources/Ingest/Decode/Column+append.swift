import Tables

extension Column {
    /// Adds a chunk's values of the same kind in place, its codes translated where they are not of the same names. Each array
    /// is taken out of the column while it grows, because a second owner would make every chunk copy everything before it.
    mutating func append(_ other: Column, recoding codes: [Int32]? = nil) {
        if case .flags(let more) = other, case .flags(var values) = self {
            self = .codes([])
            values += more
            self = .flags(values)
        } else if case .codes(let more) = other, case .labels(let values, of: let texts) = self, let codes {
            self = .codes([])
            self = Column.appending(more, recoding: codes, to: values, of: texts)
        } else if case .codes(let more) = other, case .codes(var values) = self {
            self = .codes([])
            if let codes = codes?.span {
                values.append(addingCapacity: more.count) { added in
                    for code in more { added.append(code < 0 ? Missing.code : codes[Int(code)]) }
                }
            } else {
                values += more
            }
            self = .codes(values)
        } else if case .seconds(let more) = other, case .seconds(var values) = self {
            self = .codes([])
            values += more
            self = .seconds(values)
        } else if case .integers(let more) = other, case .integers(var values) = self {
            self = .codes([])
            values += more
            self = .integers(values)
        } else {
            preconditionFailure("a column has one kind of storage in all chunks")
        }
    }

    /// Labels with a chunk's values added; with codes for each row once there are too many texts for labels.
    private static func appending(
        _ more: [Int32], recoding codes: [Int32], to labels: consuming [UInt8], of texts: [Int32]
    ) -> Column {
        let unmet = Missing.label
        var texts = texts
        var places = [UInt8](repeating: unmet, count: codes.count)
        let before = labels.count
        for code in more {
            if code < 0 {
                labels.append(Missing.label)
                continue
            }
            if places[Int(code)] == unmet {
                let text = codes[Int(code)]
                let place = texts.firstIndex(of: text) ?? texts.count
                if place == texts.count { texts.append(text) }
                guard place < Int(Missing.label) else {
                    var all: [Int32] = []
                    all.reserveCapacity(labels.capacity)
                    all += Column.codes(labels[..<before], of: Array(texts.dropLast()))
                    all += more.lazy.map { $0 < 0 ? Missing.code : codes[Int($0)] }
                    return .codes(all)
                }
                places[Int(code)] = UInt8(place)
            }
            labels.append(places[Int(code)])
        }
        return .labels(labels, of: texts)
    }

    /// Room for so many rows in all, so that what is there is not moved time and again.
    mutating func reserve(_ count: Int) {
        switch self {
        case .flags(var values):
            self = .codes([])
            values.reserveCapacity(count)
            self = .flags(values)
        case .codes(var values):
            self = .flags([])
            values.reserveCapacity(count)
            self = .codes(values)
        case .labels(var values, of: let codes):
            self = .flags([])
            values.reserveCapacity(count)
            self = .labels(values, of: codes)
        case .seconds(var values):
            self = .flags([])
            values.reserveCapacity(count)
            self = .seconds(values)
        case .small: break
        case .integers(var values):
            self = .flags([])
            values.reserveCapacity(count)
            self = .integers(values)
        }
    }
}
