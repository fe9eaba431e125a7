/// The offsets of one time zone, parsed once from the system's TZif file (RFC 9636).
package struct ZoneTable: Sendable {
    /// What a local clock reading means in UTC.
    package enum Reading: Sendable, Hashable {
        case unique(Int64)
        /// Clocks went back: the reading occurred twice.
        case ambiguous(first: Int64, second: Int64)
        /// Clocks went forward: the reading never occurred. Read with the offset before the change, it moves on.
        case missing(moved: Int64)
    }

    package let name: String
    /// The file as read, so that its hash can go into the run record.
    package let file: [UInt8]
    /// UTC milliseconds at which each offset begins, ascending; the first begins before all data.
    let starts: [Int64]
    /// Milliseconds to add to UTC.
    let offsets: [Int64]

    package init(name: String, file: [UInt8]) throws(Diagnostic) {
        guard let parsed = parseTZif(file) else {
            throw Diagnostic(code: "E0901", "the time zone file for \(name) is not a TZif file")
        }
        self.name = name
        self.file = file
        starts = parsed.starts
        offsets = parsed.offsets
    }

    /// Milliseconds to add to a UTC instant to get the local reading.
    package func offset(at utc: Int64) -> Int64 {
        offsets[index(at: utc)]
    }

    /// Local milliseconds since 1970-01-01 00:00 local.
    package func local(_ utc: Int64) -> Int64 {
        utc + offset(at: utc)
    }

    /// The local day of an instant.
    package func day(_ utc: Int64) -> CivilDate {
        CivilDate(days: Int(floorDivide(local(utc), Self.day)))
    }

    /// The local day of an instant, and the instants around it that lie in that day and have its offset.
    package func stretch(of utc: Int64) -> (day: CivilDate, range: Range<Int64>) {
        let place = index(at: utc)
        let days = floorDivide(utc + offsets[place], Self.day)
        let midnight = days * Self.day - offsets[place]
        let next = place + 1 < starts.count ? starts[place + 1] : Int64.max
        let begin = place == 0 ? midnight : max(midnight, starts[place])
        return (CivilDate(days: Int(days)), begin..<min(midnight + Self.day, next))
    }

    private static let day: Int64 = 86_400_000

    /// The instant of local midnight at the start of a day; where midnight does not exist, the first instant of the day.
    package func start(of day: CivilDate) -> Int64 {
        switch read(local: Int64(day.days) * 86_400_000) {
        case .unique(let utc): utc
        case .ambiguous(let first, _): first
        case .missing(let moved): moved
        }
    }

    /// The instants that a local reading can mean.
    package func read(local: Int64) -> Reading {
        let middle = index(at: local)
        var found: Int64?
        for candidate in max(0, middle - 1)...min(offsets.count - 1, middle + 1) {
            let utc = local - offsets[candidate]
            guard index(at: utc) == candidate else { continue }
            if let first = found { return .ambiguous(first: first, second: utc) }
            found = utc
        }
        if let found { return .unique(found) }
        // In a gap the offset before the change is the one in force a day earlier.
        return .missing(moved: local - offsets[index(at: local - 86_400_000)])
    }

    /// What to take from any of these local readings to get the instant; nothing when that differs, or one has not exactly one
    /// meaning.
    package func offset(throughout local: ClosedRange<Int64>) -> Int64? {
        guard case .unique(let first) = read(local: local.lowerBound),
            case .unique(let last) = read(local: local.upperBound), index(at: first) == index(at: last)
        else { return nil }
        return local.lowerBound - first
    }

    func index(at utc: Int64) -> Int {
        var low = 0
        var high = starts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if starts[middle] <= utc { low = middle } else { high = middle }
        }
        return low
    }
}

/// Division that rounds towards minus infinity.
@inlinable
package func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
}
