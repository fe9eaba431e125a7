import Tables

/// What is wrong with each rejected record: one line a fault, the reason of the rejection first.
struct FaultsFile {
    private let output: PrivateFile
    private let source: SourceRows
    /// Code, rule and column of each reason as they stand in a line.
    private let reasons: [[UInt8]]
    /// The cell that names the file read last.
    private var file: (number: Int, cell: [UInt8]) = (-1, [])
    private var line: [UInt8] = []

    init(_ path: String, of source: SourceRows) throws {
        output = try PrivateFile(path)
        self.source = source
        reasons = source.reasons.map { source.cells($0.code, $0.rule, Int($0.column)) }
        try output.write("file,line,offset,length,code,rule,column,shape\r\n".utf8)
    }

    /// Adds what is wrong with a record. `text` gives the text of one of its cells, as far as it may be shown.
    mutating func add(_ record: PlacedRecord, _ reason: Int, text: (Int) -> [UInt8]?) throws {
        if file.number != record.file {
            file = (record.file, Array(csvCell(source.files[record.file].file.name).utf8))
        }
        let (code, column) = (source.reasons[reason].code, source.reasons[reason].column)
        try add(record, reasons[reason], column < 0 ? nil : text(Int(column)))
        if source.faults.isEmpty { return }
        for fault in source.faults(of: record.row) where fault.column != column || fault.code.rawValue != code {
            let column = Int(fault.column)
            try add(
                record, source.cells(fault.code.rawValue, fault.code.rule, column), column < 0 ? nil : text(column))
        }
    }

    /// Adds a line. There may be as many as records, so it is put together of bytes.
    private mutating func add(_ record: PlacedRecord, _ cells: [UInt8], _ text: [UInt8]?) throws {
        line.removeAll(keepingCapacity: true)
        line += file.cell
        for number in [Int64(record.line), record.offset, Int64(record.length)] {
            line.append(44)
            appendDecimal(number, to: &line)
        }
        line += cells
        if let text { line += csvCell(shape(of: text)).utf8 }
        line += [13, 10]
        try output.write(line)
    }

    func finish() throws {
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
