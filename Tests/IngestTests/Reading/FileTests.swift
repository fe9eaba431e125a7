import Definitions
import Ingest
import Synchronization
import Tables
import Testing

/// The file around the records: its marks, its size, its hash, and how much of it is held at once.
@Suite struct FileTests {
    private func failure(_ bytes: [UInt8], _ encoding: Dialect.Encoding) async throws -> String? {
        let file = try TemporaryFile(bytes)
        let dialect = Dialect(encoding: encoding)
        let error = await #expect(throws: Diagnostic.self) { try await read(file.discovered, dialect) }
        let early = #expect(throws: Diagnostic.self) {
            try readFirstRecords(of: file.discovered, dialect: dialect, count: 1)
        }
        #expect(error == early)
        return error?.description
    }

    @Test func theMarkThatFitsIsNoPartOfTheFirstCell() async throws {
        let marks: [(Dialect.Encoding, [UInt8])] = [
            (.utf8, [0xEF, 0xBB, 0xBF, 97, 10]), (.utf8WithMark, [0xEF, 0xBB, 0xBF, 97, 10]),
            (.utf16LittleEndian, [0xFF, 0xFE, 97, 0, 10, 0]), (.utf16BigEndian, [0xFE, 0xFF, 0, 97, 0, 10]),
        ]
        for (encoding, bytes) in marks {
            let file = try TemporaryFile(bytes)
            let archive = try TemporaryFile(gzipMember(bytes), isGzip: true)
            for file in [file, archive] {
                let found = try await read(file.discovered, Dialect(encoding: encoding), chunkBytes: 1)
                #expect(found.records.map(\.cells) == [[[97]]])
                #expect(found.summary.unitBytes == bytes.count)
            }
        }
    }

    @Test func theMarkOfAnotherEncodingIsRefused() async throws {
        #expect(
            try await failure([0xFF, 0xFE, 97, 0, 10, 0], .utf8) == """
                calls.csv: error: the file begins with the byte order mark of utf-16le at offset 0, but the source declares encoding utf-8 [E0613]
                    help: declare `encoding: utf-16le` for this source, or have the export saved as before
                """)
        #expect(
            try await failure([0xFE, 0xFF, 0, 97], .utf16LittleEndian) == """
                calls.csv: error: the file begins with the byte order mark of utf-16be at offset 0, but the source declares encoding utf-16le [E0613]
                    help: declare `encoding: utf-16be` for this source, or have the export saved as before
                """)
        #expect(
            try await failure([0xEF, 0xBB, 0xBF, 97], .windows1252) == """
                calls.csv: error: the file begins with the byte order mark of utf-8 at offset 0, but the source declares encoding windows-1252 [E0613]
                    help: declare `encoding: utf-8-bom` for this source, or have the export saved as before
                """)
    }

    @Test func aMarkThatIsDeclaredMustBeThere() async throws {
        #expect(
            try await failure([97, 10], .utf8WithMark) == """
                calls.csv: error: the file does not begin with the byte order mark EF BB BF that `encoding: utf-8-bom` declares [E0613]
                    help: declare `encoding: utf-8`, which takes a file with or without the mark, or windows-1252
                """)
    }

    @Test func utf16WithoutAMarkIsSeenByItsZeros() async throws {
        let bytes = Array("Call Id,Queue\r\n".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        #expect(
            try await failure(bytes, .windows1252) == """
                calls.csv: error: the file has a zero byte in every second place from offset 1, as utf-16le has, but the source declares encoding windows-1252 [E0613]
                    help: declare `encoding: utf-16le` for this source, or have the export saved as before
                """)
    }

    @Test func textThatIsNotUTF16IsSeenByItsLetters() async throws {
        #expect(
            try await failure(Array("Call Id,Queue\r\n1,999\r\n".utf8), .utf16LittleEndian) == """
                calls.csv: error: the file has one byte per letter from offset 0, but the source declares encoding utf-16le [E0613]
                    help: declare `encoding: utf-8` for this source, or have the export saved as before
                """)
    }

    @Test func aFileThatGrowsIsRefused() async throws {
        let file = try TemporaryFile(Array("a,b\n1,2\n".utf8))
        let error = await #expect(throws: Diagnostic.self) {
            try await readRecords(
                of: file.discovered, dialect: Dialect(), layout: RecordLayout(), jobs: 2, chunkBytes: 100,
                each: { try $0.stretches().count }, fold: { _, _ in try file.grow(Array("3,4\n".utf8)) })
        }
        #expect(
            error?.description == """
                calls.csv: error: the file changed while it was being read: it had 8 bytes at first [E0611]
                    help: wait until the export is complete, then run again
                """)
    }

    @Test func aFileThatIsNotThere() async throws {
        let file = DiscoveredFile(
            path: "/nowhere/calls.csv", name: "calls.csv", exportDate: nil, bytes: 0, isGzip: false)
        let error = await #expect(throws: Diagnostic.self) { try await read(file) }
        #expect(
            error?.description == """
                calls.csv: error: the file cannot be read: it does not exist [E0610]
                    help: let the account that runs the pipeline read this file
                """)
    }

    @Test func theHashIsThatOfTheBytesOnDisk() async throws {
        // printf 'abc' | sha256sum
        let file = try TemporaryFile(Array("abc".utf8))
        #expect(
            try await read(file.discovered).summary.sha256
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test(arguments: [1, 2, 3], [false, true]) func chunksHeldAreBounded(_ jobs: Int, _ isGzip: Bool) async throws {
        let bytes = Array(String(repeating: "1,2\n", count: 2_000).utf8)
        let file = try TemporaryFile(isGzip ? gzipMember(bytes) : bytes, isGzip: isGzip)
        let counts = Mutex((running: 0, mostRunning: 0, parsed: 0, folded: 0, mostAlive: 0))
        _ = try await readRecords(
            of: file.discovered, dialect: Dialect(maximumRecordBytes: 16), layout: RecordLayout(), jobs: jobs,
            chunkBytes: 40,
            each: { chunk in
                counts.withLock { counts in
                    counts.running += 1
                    counts.mostRunning = max(counts.mostRunning, counts.running)
                }
                let records = try chunk.stretches().count
                counts.withLock { counts in
                    counts.running -= 1
                    counts.parsed += 1
                    counts.mostAlive = max(counts.mostAlive, counts.parsed - counts.folded)
                }
                return records
            }, fold: { _, _ in counts.withLock { $0.folded += 1 } })
        let seen = counts.withLock { $0 }
        #expect(seen.mostRunning <= jobs)
        #expect(seen.mostAlive <= 2 * jobs)
        // A plain file's chunks get smaller towards its end where several tasks are at work: for two after 198 of 40 bytes
        // 27, 18, 12, 8, 6, 6 and 3; for three after 197 of 40 bytes 31, 23, 17, 13, 10, 7, 6, 6, 6 and 1. No line begins in
        // the last.
        #expect(seen.folded == (isGzip ? 200 : [200, 204, 206][jobs - 1]))
    }

    @Test(arguments: [1, 4]) func theFirstErrorInTheFileIsThrown(_ jobs: Int) async throws {
        struct Stop: Error, Equatable { let offset: Int64 }
        let file = try TemporaryFile(Array(String(repeating: "1,2\n", count: 100).utf8))
        await #expect(throws: Stop(offset: 0)) {
            try await readRecords(
                of: file.discovered, dialect: Dialect(), layout: RecordLayout(), jobs: jobs, chunkBytes: 8,
                each: { chunk -> Int in throw Stop(offset: try chunk.next()?.offsets.first ?? -1) }, fold: { _, _ in })
        }
    }

    @Test(arguments: [1, 4]) func cancellingStopsReading(_ jobs: Int) async throws {
        let file = try TemporaryFile(Array(String(repeating: "1,2\n", count: 1_000).utf8))
        let folds = Mutex(0)
        let reading = Task {
            try await readRecords(
                of: file.discovered, dialect: Dialect(), layout: RecordLayout(), jobs: jobs, chunkBytes: 8,
                each: { try $0.stretches().count },
                fold: { _, _ in
                    folds.withLock { $0 += 1 }
                    // The current task is used only inside the closure.
                    unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
                })
        }
        await #expect(throws: CancellationError.self) { try await reading.value }
        #expect(folds.withLock { $0 } <= 2 * jobs)
    }

    @Test func firstRecords() throws {
        let text = "Report run on 01/10/2026\r\n\r\n\"Call \"\"Id\"\"\",Queue\r\n1,999\r\n"
        for isGzip in [false, true] {
            let bytes = Array(text.utf8)
            let file = try TemporaryFile(isGzip ? gzipMember(bytes) : bytes, isGzip: isGzip)
            let batch = try readFirstRecords(of: file.discovered, dialect: Dialect(), count: 2)
            #expect(batch.records(lineBase: 0).map(\.line) == [1, 3])
            #expect(batch.records(lineBase: 0).map(\.offset) == [0, 28])
            #expect(batch.records(lineBase: 0).last?.cells == [Array("Call \"Id\"".utf8), Array("Queue".utf8)])
            #expect(String(decoding: batch.rawText(of: 1), as: UTF8.self) == "\"Call \"\"Id\"\"\",Queue\r\n")
            #expect(try readFirstRecords(of: file.discovered, dialect: Dialect(), count: 9).count == 3)
        }
    }

    @Test func firstRecordsBeyondTheFirstBytesRead() throws {
        let text = String(repeating: "x,y\n", count: 5_000)
        let file = try TemporaryFile(Array(text.utf8))
        let batch = try readFirstRecords(of: file.discovered, dialect: Dialect(maximumRecordBytes: 64), count: 4_000)
        #expect(batch.count == 4_000)
        #expect(batch.offsets.last == Int64(3_999 * 4))
    }

    @Test func rawBytesOfRecordsAgain() throws {
        let lines = (0..<1_000).map { "\($0),\"text\"\(String(repeating: "x", count: $0 * 7))\r\n" }
        let bytes = Array(lines.joined().utf8)
        var places: [(offset: Int64, length: Int32)] = []
        var offset = 0
        for (index, line) in lines.enumerated() {
            if index % 3 != 0 { places.append((Int64(offset), Int32(line.utf8.count))) }
            offset += line.utf8.count
        }
        let wanted = lines.enumerated().filter { $0.offset % 3 != 0 }.map(\.element)
        let packed = stride(from: 0, to: bytes.count, by: 60_000).flatMap {
            gzipMember(Array(bytes[$0..<min($0 + 60_000, bytes.count)]))
        }
        #expect(bytes.count > 2 << 20)
        for isGzip in [false, true] {
            let file = try TemporaryFile(isGzip ? packed : bytes, isGzip: isGzip)
            var found = [[UInt8]](repeating: [], count: places.count)
            try readRecordBytes(of: file.discovered, at: places) { found[$0] += $1 }
            #expect(found == wanted.map { Array($0.utf8) })
        }
    }

    @Test func beginningsOfRecords() throws {
        let total = RecordBeginning("Grand Total £", encoding: .windows1252)
        let bytes: [UInt8] = Array(" \"Grand Total ".utf8) + [0xA3, 34, 10] + Array("Grand Tot\n".utf8)
        let file = try TemporaryFile(bytes)
        let batch = try readFirstRecords(of: file.discovered, dialect: Dialect(encoding: .windows1252), count: 2)
        #expect(batch.begins(0, with: total))
        #expect(!batch.begins(1, with: total))
        #expect(!batch.begins(0, with: RecordBeginning("Grand ☃", encoding: .windows1252)))
        let spaced = try TemporaryFile(Array("\u{A0}\tTotal records: 9\n".utf8))
        let other = try readFirstRecords(of: spaced.discovered, dialect: Dialect(), count: 1)
        #expect(other.begins(0, with: RecordBeginning("Total records:", encoding: .utf8)))
    }
}
