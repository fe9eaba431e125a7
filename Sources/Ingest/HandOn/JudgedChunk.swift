import Tables

/// What is left of a chunk whose rows have been judged and handed on. Rows count from 0 in the chunk.
struct JudgedChunk: Sendable {
    /// A rejected row: why, and where its record stands. There may be as many as rows.
    struct Rejected: Sendable {
        let row: Int32
        /// Its place among the chunk's reasons.
        let reason: Int32
        let offset: Int64
        let length: Int32
        /// From 1 in the chunk.
        let line: Int32
    }

    let rowCount: Int
    let others: OtherRecords
    let evidence: [ColumnEvidence]
    let keyOrder: KeyOrder
    let summary: RowSummary
    let tallies: [RuleTally]
    let ruleNames: [String: String]
    /// Without their values.
    let columns: [DecodedSource.Column]
    let absent: [String]
    let reasons: [RejectionReason]
    /// Ascending.
    let rejected: [Rejected]
    /// Those of rejected rows.
    let faults: [DecodedSource.Fault]
}
