import Tables

/// Hands over the raw bytes of records, in the order given, which is that of the file, reading it once from front to back. A long
/// record comes in several pieces; `each` is told which record a piece is of.
package func readRecordBytes(
    of file: DiscoveredFile, at records: [(offset: Int64, length: Int32)],
    each: (_ record: Int, _ piece: ArraySlice<UInt8>) throws -> Void
) throws {
    let input = try InputFile(file)
    let reader = file.isGzip ? GzipReader(input) : nil
    var text: [UInt8] = []
    var base = 0
    for (record, place) in records.enumerated() {
        var offset = Int(place.offset)
        let end = offset + Int(place.length)
        while offset < end {
            if let reader {
                // What lies before is unpacked and dropped.
                while base + text.count <= offset, !reader.isEnd {
                    base += text.count
                    text.removeAll(keepingCapacity: true)
                    try reader.read(into: &text)
                }
            } else if offset >= base + text.count {
                text = try input.read(at: offset, count: 1 << 20)
                base = offset
            }
            guard offset < base + text.count else {
                throw Diagnostic(
                    code: "E0611", "the file changed while it was being read: a record at offset \(offset) is gone",
                    at: Diagnostic.Location(file: file.name),
                    help: "wait until the export is complete, then run again")
            }
            let last = min(end, base + text.count)
            try each(record, text[(offset - base)..<(last - base)])
            offset = last
        }
    }
}
