import Tables

/// What is wrong with each rejected record: one line a fault, the reason of the rejection first.
struct FaultsFile {
    private let output: PrivateFile

    init(_ path: String) throws {
        output = try PrivateFile(path)
        try output.write("file,line,offset,length,code,rule,column,shape\r\n".utf8)
    }

    func add(
        _ row: Int, _ reason: RejectionReason, of source: SourceRows, file: Int, _ bytes: [UInt8], _ cells: RecordCells
    ) throws {
        let place =
            "\(csvCell(source.files[file].file.name)),\(source.records.line(of: row)),\(source.records.offset(of: row)),\(source.records.length(of: row))"
        func add(_ code: String, _ rule: String, _ column: Int) throws {
            let name = column >= 0 ? source.columns[column].name : ""
            let shown = column >= 0 ? cells.text(column: column, of: bytes).map { shape(of: $0) } ?? "" : ""
            try output.write("\(place),\(code),\(rule),\(name),\(csvCell(shown))\r\n".utf8)
        }
        try add(reason.code, reason.rule, Int(reason.column))
        for fault in source.faults(of: row) where fault.column != reason.column || fault.code.rawValue != reason.code {
            try add(fault.code.rawValue, fault.code.rule, Int(fault.column))
        }
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
