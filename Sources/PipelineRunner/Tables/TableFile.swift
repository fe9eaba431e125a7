import RunStore
import SQLPrinting
import Tables

/// A kept table while it is written: CSV with LF, nulls as unquoted empty cells, every text in quotes.
struct TableFile {
    private let file: NewFile
    private var record: [UInt8] = []
    private var isFirst = true

    init(_ name: String, in folder: String, columns: [KeptColumn]) throws(Diagnostic) {
        file = try NewFile("\(folder)/\(name).csv", mode: Modes.stateFile)
        for column in columns { text(column.name) }
        try endRecord()
    }

    mutating func integer(_ value: Int64) {
        separate()
        if value != Missing.integer { record.append(contentsOf: String(value).utf8) }
    }

    mutating func flag(_ value: Int64) {
        separate()
        if value != Missing.integer { record.append(contentsOf: (value == 1 ? "true" : "false").utf8) }
    }

    mutating func text(_ text: String) { self.text(Array(text.utf8)[...]) }

    mutating func text(_ bytes: ArraySlice<UInt8>) {
        separate()
        record.append(34)
        for byte in bytes {
            if byte == 34 { record.append(34) }
            record.append(byte)
        }
        record.append(34)
    }

    mutating func missing() { separate() }

    mutating func endRecord() throws(Diagnostic) {
        record.append(10)
        try file.write(record)
        record.removeAll(keepingCapacity: true)
        isFirst = true
    }

    func finish() throws(Diagnostic) { try file.finish() }

    private mutating func separate() {
        if !isFirst { record.append(44) }
        isFirst = false
    }
}
