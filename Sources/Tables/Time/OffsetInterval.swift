/// A span of instants with one offset, so that a loop over times looks the zone up once and not for every row.
package struct OffsetInterval: Sendable, Hashable {
    /// The first instant, UTC milliseconds.
    package let start: Int64
    /// The first instant after it.
    package let end: Int64
    /// Milliseconds to add to UTC.
    package let offset: Int64

    package init(start: Int64, end: Int64, offset: Int64) {
        self.start = start
        self.end = end
        self.offset = offset
    }
}

extension ZoneTable {
    /// The interval that an instant lies in.
    package func interval(at utc: Int64) -> OffsetInterval {
        let index = index(at: utc)
        return OffsetInterval(
            start: index == 0 ? Int64.min : starts[index],
            end: index + 1 < starts.count ? starts[index + 1] : Int64.max,
            offset: offsets[index])
    }
}
