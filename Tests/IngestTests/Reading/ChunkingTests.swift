import Definitions
import Ingest
import Testing

/// The law of reading: the records are those of one parse from front to back, whatever the chunks and tasks, and every byte
/// is in exactly one unit.
@Suite struct ChunkingTests {
    /// What a random file is made of.
    struct Kind: Sendable, CustomTestStringConvertible {
        let name: String
        let dialect: Dialect
        var lineBreakColumns: Set<Int> = []
        let alphabet: [[UInt8]]
        var testDescription: String { name }
    }

    private static let structure: [[UInt8]] = [[97], [44], [34], [34], [32], [9], [13], [10], [13, 10], [97], [44]]

    private static func breaks(_ encoding: Dialect.Encoding, bytes: Int) -> Dialect {
        Dialect(encoding: encoding, lineBreakColumns: ["b"], lineBreakLines: 3, maximumRecordBytes: bytes)
    }

    private static let wide: [[UInt8]] = (structure + [[0], [0xE9]]).map { $0.flatMap { [$0, 0] } }

    /// Pairs of bytes the other way round.
    private static func swapped(_ bytes: [UInt8]) -> [UInt8] {
        bytes.indices.map { bytes[$0 ^ 1] }
    }

    static let kinds: [Kind] = [
        Kind(
            name: "utf-8, one line", dialect: Dialect(maximumRecordBytes: 9),
            alphabet: structure + [[0], [0xE9], [0xC2, 0xA0]]),
        Kind(
            name: "utf-8, line breaks", dialect: breaks(.utf8, bytes: 11), lineBreakColumns: [1],
            alphabet: structure + [[0xE9], [0xC2, 0xA0]]),
        Kind(
            name: "utf-8, line breaks in any of three columns", dialect: breaks(.utf8, bytes: 1000),
            lineBreakColumns: [0, 1, 2], alphabet: structure + [[0]]),
        Kind(
            name: "windows-1252, no quotes, tabs",
            dialect: Dialect(encoding: .windows1252, delimiter: 9, quote: nil, maximumRecordBytes: 9),
            alphabet: structure + [[0], [0xE9], [0xA0], [0x80], [0x81]]),
        Kind(
            name: "windows-1252, semicolons, line breaks",
            dialect: Dialect(
                encoding: .windows1252, delimiter: 59, lineBreakColumns: ["a"], lineBreakLines: 2,
                maximumRecordBytes: 14),
            lineBreakColumns: [0], alphabet: structure + [[59], [59], [0xE9], [0xA0], [0x81]]),
        Kind(
            name: "utf-16le", dialect: Dialect(encoding: .utf16LittleEndian, maximumRecordBytes: 17),
            alphabet: wide + [[0xA0, 0], [0, 0xD8], [0x3D, 0xD8, 0x00, 0xDE], [0x0A, 0x0A]]),
        Kind(
            name: "utf-16be, line breaks", dialect: breaks(.utf16BigEndian, bytes: 21), lineBreakColumns: [1],
            alphabet: (wide + [[0xA0, 0], [0, 0xD8], [0x3D, 0xD8, 0x00, 0xDE]]).map(swapped)),
    ]

    @Test(arguments: kinds, RecordParser.allCases)
    func chunkedEqualsSequential(_ kind: Kind, _ parser: RecordParser) async throws {
        var random = SplitMix(seed: 20_260_301)
        let reference = ReferenceParser(dialect: kind.dialect, lineBreakColumns: kind.lineBreakColumns)
        for round in 0..<60 {
            let bytes = kind.randomFile(length: round % 36, &random)
            let expected = reference.parse(bytes)
            #expect(expected.bytes == bytes.count)
            let file = try TemporaryFile(bytes)
            for fieldCount in kind.lineBreakColumns.isEmpty ? [nil] : [nil, 2] {
                let layout = RecordLayout(lineBreakColumns: kind.lineBreakColumns, fieldCount: fieldCount)
                for chunkBytes in 1...(bytes.count + 1) {
                    for jobs in [1, 4] {
                        let found = try await read(
                            file.discovered, kind.dialect, layout, jobs: jobs, chunkBytes: chunkBytes, parser: parser)
                        guard found.records == expected.records else {
                            Issue.record(
                                "\(bytes) in chunks of \(chunkBytes): \(found.records), not \(expected.records)")
                            return
                        }
                        #expect(found.summary.blankLines == expected.blankLines)
                        #expect(found.summary.lines == expected.lines)
                        #expect(found.summary.unitBytes == bytes.count)
                        #expect(found.summary.records == expected.records.count)
                    }
                }
            }
        }
    }

    @Test func oneMalformedLineCostsOneRecord() async throws {
        var random = SplitMix(seed: 7)
        let faulty = ["5\" pipe,c", "\"open,c", "a,\"b\"c", "a,\u{0}", "\"a\",\"b"]
        for _ in 0..<100 {
            let count = Int(random.next() % 40) + 2
            let damaged = Int(random.next() % UInt64(count))
            let lines = (0..<count).map { row in
                row == damaged ? faulty[Int(random.next() % UInt64(faulty.count))] : "id\(row),\"text \(row)\""
            }
            let file = try TemporaryFile(Array(lines.joined(separator: "\r\n").utf8))
            let found = try await read(file.discovered, chunkBytes: Int(random.next() % 64) + 1)
            let good = found.records.filter { $0.fault == nil }
            #expect(found.records.count == count)
            #expect(
                good.map(\.line) == (1...count).filter { $0 != damaged + 1 },
                "only line \(damaged + 1) is malformed")
        }
    }

    @Test func resultsAreFoldedInOrder() async throws {
        let text = (0..<500).map { "row \($0)\n" }.joined()
        let file = try TemporaryFile(Array(text.utf8))
        let found = try await read(file.discovered, jobs: 8, chunkBytes: 16)
        #expect(found.records.map(\.line) == Array(1...500))
        #expect(found.records.map { $0.cells } == (0..<500).map { [Array("row \($0)".utf8)] })
    }
}

extension ChunkingTests.Kind {
    func randomFile(length: Int, _ random: inout SplitMix) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<length { bytes += alphabet[Int(random.next() % UInt64(alphabet.count))] }
        if case .utf16LittleEndian = dialect.encoding, length % 5 == 4 { bytes.append(97) }
        return bytes
    }
}

/// A small generator with a fixed seed.
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
