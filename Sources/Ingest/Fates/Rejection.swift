/// Why one record was rejected: the first reason that applied, as an index into its source's reasons.
struct Rejection: Sendable, Hashable {
    let row: Int32
    let reason: Int32
}

/// One kind of reason, shared by all the records it rejected.
struct RejectionReason: Sendable, Hashable {
    /// A fault code, `K01` for rows in conflict, or the id of the rule that failed.
    let code: String
    /// The quality rule behind the code; empty when the record itself could not be read.
    let rule: String
    /// Index into the source's columns; -1 for the whole record.
    let column: Int32

    /// Rows of one export that share a key and differ.
    static let conflict = "K01"
}
