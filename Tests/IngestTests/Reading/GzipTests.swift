import Definitions
import Ingest
import Tables
import Testing

/// Archives read like the text they hold, and a damaged one fails whole.
@Suite struct GzipTests {
    @Test func chunkedEqualsSequential() async throws {
        let dialect = Dialect(lineBreakColumns: ["b"], lineBreakLines: 3, maximumRecordBytes: 11)
        let reference = ReferenceParser(dialect: dialect, lineBreakColumns: [1])
        let alphabet: [UInt8] = [97, 44, 34, 34, 32, 13, 10, 10, 97, 97, 0xE9]
        var random = SplitMix(seed: 99)
        for round in 0..<80 {
            let text = (0..<(round % 70)).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
            let expected = reference.parse(text)
            let cut = text.count / 3
            let archive = gzipMember(Array(text[..<cut])) + gzipMember(Array(text[cut...]))
            let file = try TemporaryFile(archive, isGzip: true)
            for chunkBytes in [1, 2, 3, 5, 8, 13, 40, 100] {
                for jobs in [1, 4] {
                    let found = try await read(
                        file.discovered, dialect, RecordLayout(lineBreakColumns: [1], fieldCount: 2), jobs: jobs,
                        chunkBytes: chunkBytes)
                    guard found.records == expected.records else {
                        Issue.record("\(text) in chunks of \(chunkBytes): \(found.records), not \(expected.records)")
                        return
                    }
                    #expect(found.summary.textBytes == text.count)
                    #expect(found.summary.unitBytes == text.count)
                    #expect(found.summary.bytes == archive.count)
                }
            }
        }
    }

    @Test(arguments: [1, 3]) func aLineLongerThanAnyChunkIsOneMalformedRecord(_ jobs: Int) async throws {
        let text = "a\n" + String(repeating: "x", count: 3_000) + "\r\nb\n"
        let dialect = Dialect(maximumRecordBytes: 20)
        for isGzip in [false, true] {
            let bytes = Array(text.utf8)
            let file = try TemporaryFile(isGzip ? gzipMember(bytes) : bytes, isGzip: isGzip)
            let found = try await read(file.discovered, dialect, jobs: jobs, chunkBytes: 64)
            #expect(
                found.records == [
                    ReadRecord(offset: 0, length: 2, line: 1, cells: [[97]]),
                    ReadRecord(offset: 2, length: 3_002, line: 2, fault: .tooLong, faultOffset: 2),
                    ReadRecord(offset: 3_004, length: 2, line: 3, cells: [[98]]),
                ])
        }
    }

    @Test func theEndOfALongLineMayFallBetweenTwoReads() async throws {
        let dialect = Dialect(maximumRecordBytes: 20)
        // A plain file is searched a MB at a time from the end of the first chunk's window, 65,560.
        for count in (1 << 20) + 65_550...(1 << 20) + 65_560 {
            let bytes = Array("a\n".utf8) + [UInt8](repeating: 120, count: count) + Array("\rb".utf8)
            // An archive is searched as its members come.
            let cut = bytes.count - 1
            var archive: [UInt8] = []
            for start in stride(from: 0, to: cut, by: 60_000) {
                archive += gzipMember(Array(bytes[start..<min(start + 60_000, cut)]))
            }
            archive += gzipMember(Array(bytes[cut...]))
            for isGzip in count % 5 == 0 ? [false, true] : [false] {
                let file = try TemporaryFile(isGzip ? archive : bytes, isGzip: isGzip)
                let found = try await read(file.discovered, dialect, chunkBytes: 1 << 16)
                #expect(found.records.map(\.length) == [2, count + 1, 1])
                #expect(found.records.map(\.fault) == [nil, .tooLong, nil])
            }
        }
    }

    @Test func packedByGzipItself() async throws {
        // printf 'id,queue\r\n…' | gzip -n
        let archive: [UInt8] = [
            31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 203, 76, 209, 41, 44, 77, 45, 77, 229, 229, 50, 208, 113, 203, 47,
            74, 78, 85, 112, 206, 207, 43, 41, 202, 207, 81, 8, 202, 207, 207, 229, 229, 50, 196, 42, 106, 132,
            85, 212, 24, 171, 168, 9, 86, 81, 83, 172, 162, 102, 88, 69, 205, 177, 138, 2, 0, 255, 11, 45, 85,
            186, 0, 0, 0,
        ]
        let file = try TemporaryFile(archive, isGzip: true)
        let found = try await read(file.discovered, chunkBytes: 50)
        #expect(found.records.map(\.offset) == [0, 10, 32, 54, 76, 98, 120, 142, 164])
        #expect(found.records.last?.cells == [[55], Array("Force Control Room".utf8)])
    }

    @Test func anEmptyTextIsWhole() async throws {
        let file = try TemporaryFile(gzipMember([]), isGzip: true)
        #expect(try await read(file.discovered).records.isEmpty)
    }

    private static let whole = gzipMember(Array("id,queue\n1,999\n2,101\n".utf8))

    @Test func truncated() async throws {
        for count in [0, 5, 20, GzipTests.whole.count - 1] {
            let file = try TemporaryFile(Array(GzipTests.whole.prefix(count)), isGzip: true)
            await expectFailure(
                file.discovered,
                """
                calls.csv: error: the archive is damaged: it ends before its end mark; the copy was probably cut short [E0612]
                    help: copy or export the file again; nothing of it has been used
                """)
        }
    }

    @Test func damagedByte() async throws {
        var archive = GzipTests.whole
        archive[25] ^= 1
        let file = try TemporaryFile(archive, isGzip: true)
        await expectFailure(
            file.discovered,
            """
            calls.csv: error: the archive is damaged: its bytes before offset 44 do not unpack or fail their check sum [E0612]
                help: copy or export the file again; nothing of it has been used
            """)
    }

    @Test func trailingBytes() async throws {
        let file = try TemporaryFile(GzipTests.whole + Array("more".utf8), isGzip: true)
        await expectFailure(
            file.discovered,
            """
            calls.csv: error: the archive is damaged: bytes that are no archive follow its end [E0612]
                help: copy or export the file again; nothing of it has been used
            """)
    }

    private func expectFailure(_ file: DiscoveredFile, _ message: String) async {
        for jobs in [1, 4] {
            let error = await #expect(throws: Diagnostic.self) { try await read(file, jobs: jobs, chunkBytes: 4) }
            #expect(error?.description == message)
        }
    }
}
