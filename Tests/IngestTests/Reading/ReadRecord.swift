import Definitions

@testable import Ingest

/// A record as a test compares it.
struct ReadRecord: Hashable, CustomStringConvertible {
    var offset: Int
    var length: Int
    var line: Int
    /// Nothing for a malformed record.
    var cells: [[UInt8]]?
    var fault: FaultCode?
    var faultOffset: Int?

    var description: String {
        let texts = cells.map { $0.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "|") } ?? "-"
        let code = fault.map { " \($0.rawValue)@\(faultOffset ?? -1)" } ?? ""
        return "\(offset)+\(length) line \(line) <\(texts)>\(code)"
    }
}

extension RecordBatch {
    /// The batch's records, `lineBase` lines into the file.
    func records(lineBase: Int) -> [ReadRecord] {
        let faults = Dictionary(uniqueKeysWithValues: faults.map { (Int($0.record), $0) })
        return (0..<count).map { record in
            let fault = faults[record]
            let cells = (0..<cellCount(of: record)).map { Array(text[cell($0, of: record)]) }
            return ReadRecord(
                offset: Int(offsets[record]), length: Int(lengths[record]), line: lineBase + Int(lines[record]),
                cells: fault == nil ? cells : nil, fault: fault?.code, faultOffset: fault.map { Int($0.offset) })
        }
    }
}

extension ChunkRecords {
    /// What has not been handed out.
    mutating func stretches() throws -> [RecordBatch] {
        var all: [RecordBatch] = []
        while let batch = try next() { all.append(batch) }
        return all
    }
}

/// What reading a whole file gives.
struct ReadFile: Equatable {
    var records: [ReadRecord]
    var summary: FileSummary
}

func read(
    _ file: DiscoveredFile, _ dialect: Dialect = Dialect(), _ layout: RecordLayout = RecordLayout(), jobs: Int = 2,
    chunkBytes: Int = 1 << 20, parser: RecordParser = .native
) async throws -> ReadFile {
    var records: [ReadRecord] = []
    let summary = try await readRecords(
        of: file, dialect: dialect, layout: layout, jobs: jobs, chunkBytes: chunkBytes, parser: parser,
        each: { try $0.stretches() },
        fold: { stretches, position in
            var lines = position.lineBase
            for batch in stretches {
                records += batch.records(lineBase: lines)
                lines += batch.lineCount
            }
        })
    return ReadFile(records: records, summary: summary)
}

/// The same for text given in the test.
func read(
    _ text: String, _ dialect: Dialect = Dialect(), _ layout: RecordLayout = RecordLayout(),
    parser: RecordParser = .native
) async throws -> [ReadRecord] {
    let file = try TemporaryFile(Array(text.utf8))
    return try await read(file.discovered, dialect, layout, parser: parser).records
}
