import Tables

/// What is left of a chunk whose rows have been judged and handed on. Rows count from 0 in the chunk.
struct JudgedChunk: Sendable {
    let rowCount: Int
    let others: OtherRecords
    let evidence: [ColumnEvidence]
    let keyProof: KeyProof
    let summary: RowSummary
    let tallies: [RuleTally]
    let ruleNames: [String: String]
    /// Without their values.
    let columns: [DecodedSource.Column]
    let absent: [String]
    let empty: [String]
    let reasons: [RejectionReason]
    /// Ascending; the reason is a place among the chunk's.
    let rejections: [Rejection]
    /// Where the records of rejected rows stand; lines are counted from 1 in the chunk.
    let records: RecordPlaces
    /// Those of rejected rows.
    let faults: [DecodedSource.Fault]
}
