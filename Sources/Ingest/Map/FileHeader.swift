/// The header record of one file, with what comes before it.
struct FileHeader {
    /// Cells as they stand, for messages.
    let cells: [String]
    /// Cells as they are compared.
    let folded: [[UInt8]]
    /// Where the header record begins in the file's text: records up to here are titles and the header itself.
    let offset: Int64
    /// The record as it stands, in UTF-8.
    let text: [UInt8]

    init(cells: [String], offset: Int64, text: [UInt8]) {
        self.cells = cells
        self.folded = cells.map { Ingest.folded($0) }
        self.offset = offset
        self.text = text
    }

    /// Cells up to the last one with a name: the least that a record must have.
    var namedCount: Int {
        (folded.lastIndex { !$0.isEmpty } ?? -1) + 1
    }

    /// Where a header stands; all places, because a name may occur twice.
    func places(of name: String) -> [Int] {
        let wanted = Ingest.folded(name)
        return folded.indices.filter { folded[$0] == wanted }
    }
}
