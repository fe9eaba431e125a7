/// What a file, or a part of one, holds besides its rows.
struct OtherRecords: Sendable {
    var headers = 0
    /// Titles, declared skips, control records, repeated headers, records of other kinds.
    var skipped = 0
    /// Of these, the records of other kinds, which `rows_with` leaves out.
    var otherKinds = 0
    /// The row count that the export itself states.
    var controlTotal: Int?
    /// The first byte that the declared encoding does not have, and how many records hold one.
    var badEncoding: (offset: Int64, records: Int)?

    /// Adds those of the part that comes next.
    static func += (left: inout OtherRecords, next: OtherRecords) {
        left.headers += next.headers
        left.skipped += next.skipped
        left.otherKinds += next.otherKinds
        left.controlTotal = next.controlTotal ?? left.controlTotal
        if let bad = next.badEncoding {
            left.badEncoding = (left.badEncoding?.offset ?? bad.offset, (left.badEncoding?.records ?? 0) + bad.records)
        }
    }
}
