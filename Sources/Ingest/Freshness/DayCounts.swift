import Tables

/// How many accepted rows of a source lie on each of the local days before the end of an as-of.
struct DayCounts {
    static let span = 28

    /// By day, the oldest first.
    private var counts = Array(repeating: 0, count: span)
    private let first: CivilDate
    /// The newest row by the table's time.
    private(set) var newest: Int64?
    /// The day of the source's first row: days before it are not missing.
    private var begin: CivilDate?

    init(of rows: RowSummary, to asOf: AsOf, zone: ZoneTable) {
        first = asOf.day.adding(days: 1 - DayCounts.span)
        newest = rows.newest
        begin = rows.oldest.map { zone.day($0) }
        for place in counts.indices { counts[place] = rows.days[first.days + place]?.accepted ?? 0 }
    }

    func count(of day: CivilDate) -> Int {
        let place = day.days - first.days
        return counts.indices.contains(place) ? counts[place] : 0
    }

    /// Days without a row since the source began, the oldest first; all of them when it has none.
    var missing: [CivilDate] {
        counts.indices.filter { counts[$0] == 0 }.map { first.adding(days: $0) }.filter { $0 >= begin ?? first }
    }
}
