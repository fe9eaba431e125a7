/// Reads a table that we wrote: RFC 4180, a header, every record as a dictionary would be but in columns of the header.
///
/// Exports are never read with this; it knows only our own spelling.
func readTable(_ bytes: [UInt8]) -> (header: [String], records: [[String]]) {
    var records: [[String]] = []
    var record: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var place = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    func endCell() {
        record.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
    }
    while place < bytes.count {
        let byte = bytes[place]
        if isQuoted {
            if byte != 34 {
                cell.append(byte)
            } else if place + 1 < bytes.count, bytes[place + 1] == 34 {
                cell.append(34)
                place += 1
            } else {
                isQuoted = false
            }
        } else {
            switch byte {
            case 34: isQuoted = true
            case 44: endCell()
            case 13: break
            case 10:
                endCell()
                records.append(record)
                record.removeAll(keepingCapacity: true)
            default: cell.append(byte)
            }
        }
        place += 1
    }
    guard let header = records.first else { return ([], []) }
    return (header, Array(records.dropFirst()))
}
