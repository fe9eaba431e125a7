/// What a record, or what is there instead of one, turns out to be.
struct RecordUnit {
    enum Kind {
        case record
        case blank
        /// `offset` is that of the byte in the file that shows the fault.
        case malformed(FaultCode, offset: Int)
    }

    let kind: Kind
    /// Where the next unit begins, in the chunk's text.
    let end: Int
    let lines: Int
    /// Its line goes on after the window, so `end` is the window's.
    var isCutOff = false
}
