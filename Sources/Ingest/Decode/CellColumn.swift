/// The cells of one column for every row of a chunk, as places in a text: what decoding by type starts from.
///
/// Cells are trimmed. A cell that is empty, a null token, or in a malformed record is missing.
struct CellColumn {
    static let missing = UInt32.max

    let text: [UInt8]
    var starts: [UInt32]
    var ends: [UInt32]

    var count: Int { starts.count }
}
