import Definitions
import Testing

@testable import Ingest

/// libcsv is the law: our own loop over regular lines gives the same records, offsets, cells and faults.
@Suite struct ParserTests {
    /// All that a chunk's parse tells.
    private struct Reading: Equatable {
        var records: [ReadRecord]
        var texts: [[UInt8]]
        var lines: Int
        var blankLines: Int
        var unitBytes: Int
        var end: Int
    }

    private func reading(
        _ bytes: [UInt8], _ dialect: Dialect, columns: Set<Int> = [], isEnd: Bool = true, stretchBytes: Int = .max,
        _ parser: RecordParser
    ) throws -> Reading {
        let window = RecordWindow(
            bytes: bytes, offset: 0, own: 0..<bytes.count, isEnd: isEnd, bytesRead: bytes.count)
        let file = DiscoveredFile(path: "", name: "", exportDate: nil, bytes: 0, isGzip: false)
        let form = RecordForm(
            file: file, dialect: dialect, layout: RecordLayout(lineBreakColumns: columns), parser: parser)
        var chunk = ChunkRecords(window, from: 0, form: form, stretchBytes: stretchBytes) { bytes.count + 1 }
        var reading = Reading(records: [], texts: [], lines: 0, blankLines: 0, unitBytes: 0, end: 0)
        for batch in try chunk.stretches() {
            reading.records += batch.records(lineBase: reading.lines)
            reading.texts += (0..<batch.count).map { batch.rawText(of: $0) }
            reading.lines += batch.lineCount
            reading.blankLines += batch.blankLines
            reading.unitBytes += batch.unitBytes
        }
        reading.end = chunk.end
        return reading
    }

    private func expectSame(
        _ bytes: [UInt8], _ dialect: Dialect, columns: Set<Int> = [], isEnd: Bool = true
    ) throws -> Bool {
        let native = try reading(bytes, dialect, columns: columns, isEnd: isEnd, .native)
        let libcsv = try reading(bytes, dialect, columns: columns, isEnd: isEnd, .libcsv)
        let few = bytes.count / 5 + 1
        let stretched = try RecordParser.allCases.map {
            try reading(bytes, dialect, columns: columns, isEnd: isEnd, stretchBytes: few, $0)
        }
        guard native != libcsv || stretched != [libcsv, libcsv] else { return true }
        Issue.record("\(bytes): \(native), in stretches \(stretched), not \(libcsv)")
        return false
    }

    /// Every line of up to eight bytes, with and without a line end. Thousands of lines are parsed at once, each apart
    /// from the others as libcsv is: a line with an open quote is malformed alone.
    @Test(arguments: [UInt8(44), 9, 59]) func everyShortLine(delimiter: UInt8) throws {
        let dialect = Dialect(delimiter: delimiter)
        let alphabet: [UInt8] = [97, 44, 34, 32, 9] + (delimiter == 59 ? [59] : [])
        let ends: [[UInt8]] = [[10], [13, 10], [13]]
        let longest = delimiter == 59 ? 6 : 8
        for length in 0...longest {
            var line = Array(repeating: 0, count: length)
            var batch: [UInt8] = []
            var isLast = false
            while !isLast {
                // A CR that a line feed follows would end no line of its own.
                let end = ends[line.reduce(length, +) % 3]
                batch += line.map { alphabet[$0] } + end + [120, 10]
                var place = 0
                while place < length, line[place] == alphabet.count - 1 {
                    line[place] = 0
                    place += 1
                }
                isLast = place == length
                if !isLast { line[place] += 1 }
                if batch.count > 1 << 20 || isLast {
                    guard try expectSame(batch, dialect) else { return }
                    batch = []
                }
            }
        }
    }

    /// What only the end of a file or of a chunk makes of a line.
    @Test(arguments: [UInt8(44), 9], [true, false])
    func everyShortEnd(delimiter: UInt8, isEnd: Bool) throws {
        let dialect = Dialect(delimiter: delimiter)
        let alphabet: [UInt8] = [97, delimiter, 34, 32, 13, 10, 0]
        for length in 1...5 {
            for number in 0..<Int(pow(7, length)) {
                var rest = number
                let bytes = (0..<length).map { _ in
                    defer { rest /= 7 }
                    return alphabet[rest % 7]
                }
                guard try expectSame(bytes, dialect, isEnd: isEnd) else { return }
            }
        }
    }

    private static let dialects: [Dialect] = [
        Dialect(maximumRecordBytes: 40),
        Dialect(lineBreakColumns: ["a"], lineBreakLines: 3, maximumRecordBytes: 60),
        Dialect(delimiter: 9, maximumRecordBytes: 40),
        Dialect(delimiter: 59, quote: 39, maximumRecordBytes: 40),
        Dialect(delimiter: 124, quote: nil, maximumRecordBytes: 40),
        Dialect(delimiter: 32, maximumRecordBytes: 40),
        Dialect(delimiter: 44, quote: 97, maximumRecordBytes: 40),
        Dialect(encoding: .windows1252, maximumRecordBytes: 40),
        Dialect(encoding: .windows1252, delimiter: 9, quote: nil, maximumRecordBytes: 40),
        Dialect(encoding: .utf16LittleEndian, maximumRecordBytes: 80),
        Dialect(encoding: .utf16BigEndian, delimiter: 59, maximumRecordBytes: 80),
    ]

    /// Bytes that mean something somewhere, and some that never do.
    @Test(arguments: dialects) func adversarialBytes(_ dialect: Dialect) throws {
        var random = SplitMix(seed: 42)
        let parts: [[UInt8]] = [
            [97], [98, 99], [44], [dialect.delimiter], [dialect.delimiter], [dialect.quote ?? 34], [34, 97, 34],
            [34, 34],
            [39], [32], [9], [13], [10], [13, 10], [10], [0], [0xC2, 0xA0], [0xA0], [0xE9], [0xC3, 0xA9], [0x80],
            [0x81],
            [0xFF], [0xE2, 0x82, 0xAC], [11, 12],
        ]
        let isWide = dialect.encoding == .utf16LittleEndian || dialect.encoding == .utf16BigEndian
        for round in 0..<6000 {
            var bytes: [UInt8] = []
            // Mostly regular at first, then anything.
            let kinds = round % 2 == 0 ? parts.count : 15
            for _ in 0..<(round % 60 + 1) { bytes += parts[Int(random.next() % UInt64(kinds))] }
            if isWide {
                let isLittle = dialect.encoding == .utf16LittleEndian
                bytes = bytes.flatMap { isLittle ? [$0, 0] : [0, $0] } + (round % 7 == 0 ? [10] : [])
            }
            guard try expectSame(bytes, dialect, columns: dialect.maximumLines > 1 ? [0] : [], isEnd: round % 3 > 0)
            else { return }
        }
    }

    /// Lines as exports have them, looked at many bytes at a time: cells that begin and end anywhere, few or many in a line, with
    /// something odd now and then.
    @Test(arguments: [Dialect(), Dialect(delimiter: 9), Dialect(delimiter: 124, quote: nil, maximumRecordBytes: 300)])
    func plainLines(_ dialect: Dialect) throws {
        var random = SplitMix(seed: 7)
        let odd: [[UInt8]] = [
            [32], [32], [32], [9], [13, 10], [13, 10], [34, 97, 44, 34], [34], [13], [0], [0xC3, 0xA9], [31], [11],
        ]
        for round in 0..<4000 {
            var bytes: [UInt8] = []
            let (cell, line) = (random.next() % 40 + 1, random.next() % 12 + 1)
            // None, seldom, often.
            let rare = [UInt64.max, 60, 12][round % 3]
            while bytes.count < 64 + round % 500 {
                for _ in 0..<random.next() % cell { bytes.append(97 + UInt8(random.next() % 26)) }
                if random.next() % rare == 0 { bytes += odd[Int(random.next() % UInt64(odd.count))] }
                bytes.append(random.next() % line == 0 ? 10 : dialect.delimiter)
            }
            guard try expectSame(bytes, dialect, isEnd: round % 5 > 0) else { return }
        }
    }

    /// All bytes alike, so that most lines are malformed in some way.
    @Test func randomBytes() throws {
        var random = SplitMix(seed: 1)
        for round in 0..<3000 {
            let bytes = (0..<(round % 200)).map { _ in UInt8(truncatingIfNeeded: random.next() >> 17) }
            guard try expectSame(bytes, Dialect()), try expectSame(bytes, Dialect(encoding: .windows1252)) else {
                return
            }
        }
    }

    /// The same, a file in every chunk size.
    @Test func everyChunkBoundary() async throws {
        let text =
            "id,text\r\n1,\"a, b\"\r\n2, c \n\n3,\"d \"\"e\"\"\"\r4,\u{A0}é\n5,\"f\n6,g\u{0}\n7,\"h\" \r\n \t\r\n8,"
        let file = try TemporaryFile(Array(text.utf8))
        let expected = try await read(file.discovered, parser: .libcsv)
        for chunkBytes in 1...text.utf8.count {
            #expect(try await read(file.discovered, chunkBytes: chunkBytes) == expected)
        }
        #expect(
            expected.records.map(\.description) == [
                "0+9 line 1 <id|text>", "9+10 line 2 <1|a, b>", "19+6 line 3 <2|c>", "26+12 line 5 <3|d \"e\">",
                "38+7 line 6 <4|é>", "45+5 line 7 <-> R03@45", "50+5 line 8 <-> R05@53", "55+8 line 9 <7|h>",
                "67+2 line 11 <8|>",
            ])
    }
}

private func pow(_ base: Int, _ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { power, _ in power * base }
}
