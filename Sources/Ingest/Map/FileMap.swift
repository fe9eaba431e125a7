/// Where each mapped column of a source is found in one file.
struct FileMap: Sendable {
    enum Place: Sendable, Hashable {
        case cell(Int)
        case joined([Int])
        case constant
        case computed
        /// An optional column that this file does not have.
        case absent
    }

    /// One per mapping, in its order.
    let places: [Place]
    /// The cell that holds the day of a clock reading; one per mapping.
    let days: [Int?]
    /// The cell that says whether a record is a row; nothing when all are.
    let rowCell: Int?
    /// Cells that a record must have, and how many it may have when the rest is not empty.
    let fewestCells: Int
    let mostCells: Int
    /// The header's cells as bytes, to know it again in the middle of a file.
    let headerCells: [[UInt8]]
    let headerOffset: Int64
    let layout: RecordLayout
}
