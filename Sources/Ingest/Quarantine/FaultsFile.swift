import Tables

/// What is wrong with each rejected record: one line a fault, the reason of the rejection first.
struct FaultsFile {
    private let output: PrivateFile
    /// The cell that names the file read last.
    private var file: (number: Int, cell: [UInt8]) = (-1, [])
    private var line: [UInt8] = []

    init(_ path: String) throws {
        output = try PrivateFile(path)
        try output.write("file,line,offset,length,code,rule,column,shape\r\n".utf8)
    }

    mutating func add(
        _ record: PlacedRecord, _ reason: RejectionReason, of source: SourceRows, _ bytes: [UInt8],
        _ cells: RecordCells
    ) throws {
        if file.number != record.file {
            file = (record.file, Array(csvCell(source.files[record.file].file.name).utf8))
        }
        try add(record, reason.code, reason.rule, Int(reason.column), of: source, bytes, cells)
        for fault in source.faults(of: record.row)
        where fault.column != reason.column || fault.code.rawValue != reason.code {
            try add(record, fault.code.rawValue, fault.code.rule, Int(fault.column), of: source, bytes, cells)
        }
    }

    /// Adds a line. There may be as many as records, so it is put together of bytes.
    private mutating func add(
        _ record: PlacedRecord, _ code: String, _ rule: String, _ column: Int, of source: SourceRows, _ bytes: [UInt8],
        _ cells: RecordCells
    ) throws {
        line.removeAll(keepingCapacity: true)
        line += file.cell
        for number in [Int64(record.line), record.offset, Int64(record.length)] {
            line.append(44)
            appendDecimal(number, to: &line)
        }
        for text in [code, rule, column >= 0 ? source.columns[column].name : ""] {
            line.append(44)
            line += text.utf8
        }
        line.append(44)
        if column >= 0, let text = cells.text(column: column, of: bytes) { line += csvCell(shape(of: text)).utf8 }
        line += [13, 10]
        try output.write(line)
    }

    func finish() throws {
        try output.finish()
    }
}

extension SourceRows {
    func faults(of row: Int) -> ArraySlice<DecodedSource.Fault> {
        var low = 0
        var high = faults.count
        while low < high {
            let middle = (low + high) / 2
            if faults[middle].row < Int32(row) { low = middle + 1 } else { high = middle }
        }
        return faults[low...].prefix { $0.row == Int32(row) }
    }
}

private func appendDecimal(_ number: Int64, to bytes: inout [UInt8]) {
    if number >= 10 { appendDecimal(number / 10, to: &bytes) }
    bytes.append(UInt8(48 + number % 10))
}

extension FaultCode {
    /// The quality rule that a fault comes under; empty when the record itself could not be read.
    var rule: String {
        switch self {
        case .strayQuote, .openQuote, .undeclaredLineBreak, .tooLong, .nulByte, .tooFewFields, .tooManyFields: ""
        case .invalidEncoding: "DQ28"
        case .unreadableTime, .unreadableDate, .unreadableNumber, .unreadableDuration, .unreadableFlag,
            .spoiledIdentifier, .missingRequired, .impossibleTime:
            "DQ05"
        case .unknownCategory, .noReference: "DQ06"
        case .implausibleTime: "DQ07"
        case .doubledHour, .missingHour: "DQ24"
        }
    }
}
