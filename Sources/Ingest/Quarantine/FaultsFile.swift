import Tables

/// What is wrong with each rejected record: one line a fault, the reason of the rejection first.
struct FaultsFile {
    private let output: PrivateFile
    private let source: SourceRows
    /// Code, rule and column of each reason as they stand in a line, and the column's number.
    private let reasons: [(cells: [UInt8], column: Int32)]
    /// The cell that names the file read last.
    private var file: (number: Int, cell: [UInt8]) = (-1, [])
    /// Lines that are not written yet. There may be as many as records, so they are put together of bytes.
    private var lines: [UInt8] = []

    private static let piece = 1 << 16

    init(_ path: String, of source: SourceRows) throws {
        output = try PrivateFile(path)
        self.source = source
        reasons = source.reasons.map { (source.cells($0.code, $0.rule, Int($0.column)), $0.column) }
        try output.write("file,line,offset,length,code,rule,column,shape\r\n".utf8)
    }

    /// Adds what is wrong with a record. `text` gives the text of one of its cells, as far as it may be shown.
    mutating func add(_ record: PlacedRecord, _ reason: Int, text: (Int) -> [UInt8]?) throws {
        if file.number != record.file {
            file = (record.file, Array(csvCell(source.files[record.file].file.name).utf8))
        }
        let column = reasons[reason].column
        try add(record, reasons[reason].cells, column < 0 ? nil : text(Int(column)))
        if source.faults.isEmpty { return }
        let code = source.reasons[reason].code
        for fault in source.faults(of: record.row) where fault.column != column || fault.code.rawValue != code {
            let column = Int(fault.column)
            try add(
                record, source.cells(fault.code.rawValue, fault.code.rule, column), column < 0 ? nil : text(column))
        }
    }

    private mutating func add(_ record: PlacedRecord, _ cells: [UInt8], _ text: [UInt8]?) throws {
        let shape = text.map { Array(csvCell(Ingest.shape(of: $0)).utf8) } ?? []
        let name = file.cell
        let room = name.count + cells.count + shape.count + 3 * (1 + OutputSpan.mostDigits) + 2
        lines.append(addingCapacity: room) { line in
            line.append(bytes: name.span)
            line.append(44)
            line.append(digitsOf: UInt64(max(0, record.line)))
            line.append(44)
            line.append(digitsOf: UInt64(max(0, record.offset)))
            line.append(44)
            line.append(digitsOf: UInt64(max(0, record.length)))
            line.append(bytes: cells.span)
            line.append(bytes: shape.span)
            line.append(13)
            line.append(10)
        }
        guard lines.count >= FaultsFile.piece else { return }
        try output.write(lines)
        lines.removeAll(keepingCapacity: true)
    }

    func finish() throws {
        try output.write(lines)
        try output.finish()
    }
}

extension SourceRows {
    /// Three cells of a line, each after a comma, and the comma before the last one.
    fileprivate func cells(_ code: String, _ rule: String, _ column: Int) -> [UInt8] {
        Array(",\(code),\(rule),\(column >= 0 ? columns[column].name : ""),".utf8)
    }

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

extension OutputSpan<UInt8> {
    fileprivate mutating func append(bytes: Span<UInt8>) {
        for place in bytes.indices { append(bytes[place]) }
    }
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
