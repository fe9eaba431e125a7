import Tables

/// One chunk of a file, typed. Codes are of its own `Names`; rows count from 0 in the chunk.
struct DecodedChunk: Sendable {
    let names: Names
    /// One per column that is not computed, in the order of the mappings.
    let columns: [Column]
    /// Of the key's texts, where they are not among the columns.
    let keyOrder: KeyOrder
    let evidence: [ColumnEvidence]
    let faults: [DecodedSource.Fault]
    let malformed: LenientReading
    let offsets: [Int64]
    let lengths: [Int32]
    /// From 1 in the chunk.
    let lines: [Int32]
    let headers: Int
    let skipped: Int
    let otherKinds: Int
    let controlTotal: Int?
    /// The first byte that the declared encoding does not have, and how many records hold one.
    let badEncoding: (offset: Int64, records: Int)?
}
