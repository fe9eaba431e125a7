/// What becomes of one data record. Every record starts as accepted and leaves that state once, for the first reason
/// that applies (DESIGN section 5).
enum Fate: UInt8, Sendable, CaseIterable {
    case accepted
    /// Malformed, without a readable key, in conflict with another row, or refused by a rule.
    case rejected
    /// An older version of a row, or a further row of a `one_per` key; or a record that could not be read and that a
    /// later file has corrected.
    case superseded
    /// Absent from the newer export that covers its day.
    case removed
    /// Equal to a row before it in every column.
    case duplicate
    /// Its time is at or after the as-of instant.
    case afterAsOf
}
