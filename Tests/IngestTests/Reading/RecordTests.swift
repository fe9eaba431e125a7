import Definitions
import Ingest
import Testing

/// What a record is, case by case, as libcsv in strict mode has it.
@Suite struct RecordTests {
    /// `line: cells` of good records and `line: code @offset +length` of malformed ones.
    private func outline(_ records: [ReadRecord]) -> [String] {
        records.map { record in
            guard let fault = record.fault else {
                let cells = record.cells ?? []
                return "\(record.line): " + cells.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "|")
            }
            return "\(record.line): \(fault.rawValue) @\(record.faultOffset ?? -1) +\(record.length)"
        }
    }

    @Test(arguments: [
        ("5\" pipe,c\nd,e\n", ["1: R01 @1 +10", "2: d|e"]),
        ("\"a\"b,c\nd,e\n", ["1: R01 @3 +7", "2: d|e"]),
        ("1,\"abc,2\n3,def,4\n5,\"ghi\",6", ["1: R03 @0 +9", "2: 3|def|4", "3: 5|ghi|6"]),
        ("1,\"abc,2\n3,def,4\n5,gh\",6\n", ["1: R03 @0 +9", "2: 3|def|4", "3: R01 @21 +8"]),
        ("1,\"abc,2\n3,\"\",4\n", ["1: R03 @0 +9", "2: 3||4"]),
        ("a\rb\nc\r\nd\n\re", ["1: a", "2: b", "3: c", "4: d", "6: e"]),
        ("a\n\n \t \nb", ["1: a", "4: b"]),
        (" a b ,\"  x \u{A0}\",\u{A0}y\t\n", ["1: a b|x|y"]),
        (",,\"\"\n", ["1: ||"]),
        ("a\u{0}b,c\nd", ["1: R05 @1 +6", "2: d"]),
        ("\"a\u{0}b\n", ["1: R05 @2 +5"]),
        ("a,\"b", ["1: R02 @0 +4"]),
        ("a,\"b\n", ["1: R02 @0 +5"]),
        ("a,\"b\"", ["1: a|b"]),
        ("a,\"b\" ", ["1: a|b"]),
        ("\"say \"\"no\"\"\",\"\"\"\"", ["1: say \"no\"|\""]),
        ("a,", ["1: a|"]),
        ("", []),
        ("\n \n", []),
        ("a\"\"b", ["1: R01 @1 +4"]),
    ]) func oneLineRecords(_ text: String, _ expected: [String]) async throws {
        #expect(outline(try await read(text)) == expected)
        #expect(outline(try await read(text, parser: .libcsv)) == expected)
    }

    @Test(arguments: [
        // The text column may hold line breaks; the id column may not.
        ("1,\"a\nb\",x\n2,c,y\n", ["1: 1|a\nb|x", "3: 2|c|y"]),
        ("1,\"a\r\nb\rc\"\n2,d", ["1: 1|a\r\nb\rc", "4: 2|d"]),
        ("\"1\n2\",a\n3,b\n", ["1: R03 @0 +3", "2: R01 @4 +5", "3: 3|b"]),
        // Three lines are the most.
        ("1,\"a\nb\nc\nd\"\n2,e\n", ["1: R04 @0 +5", "2: b", "3: c", "4: R01 @10 +3", "5: 2|e"]),
        // Refused on its second line: the first alone is malformed.
        ("1,\"a\nb\"c\n2,d\n", ["1: R01 @7 +5", "2: R01 @6 +4", "3: 2|d"]),
        ("1,\"a\nb\n", ["1: R02 @0 +5", "2: b"]),
        ("1,\"a\n\n\"\n2,b", ["1: 1|a\n\n", "4: 2|b"]),
        // Forty bytes are the most.
        ("1,\"aaaaaaaaaaaaaaaaaaaa\nbbbbbbbbbbbbbbbbbbbbbbbb\"\n2,c", ["1: R04 @0 +24", "2: R01 @48 +26", "3: 2|c"]),
    ]) func recordsOfSeveralLines(_ text: String, _ expected: [String]) async throws {
        let dialect = Dialect(lineBreakColumns: ["text"], lineBreakLines: 3, maximumRecordBytes: 40)
        for parser in RecordParser.allCases {
            let layout = RecordLayout(lineBreakColumns: [1], fieldCount: 2)
            #expect(outline(try await read(text, dialect, layout, parser: parser)) == expected)
        }
    }

    @Test func aQuoteIsTextWhereNothingIsQuoted() async throws {
        let found = try await read("5\" pipe\t\"c\nd\u{0}\t\"\n\t\t\n", Dialect(delimiter: 9, quote: nil))
        #expect(outline(found) == ["1: 5\" pipe|\"c", "2: R05 @12 +5", "3: ||"])
    }

    @Test(arguments: [
        ("a;b c;d\n", UInt8(ascii: ";"), ["1: a|b c|d"]),
        ("a\tb\t\n", 9, ["1: a|b|"]),
        ("a|\"b|c\"\n", UInt8(ascii: "|"), ["1: a|b|c"]),
    ]) func delimiters(_ text: String, _ delimiter: UInt8, _ expected: [String]) async throws {
        #expect(outline(try await read(text, Dialect(delimiter: delimiter))) == expected)
    }

    private static let texts: [([UInt8], [String])] = [
        ([0x61, 0xE9, 0x62, 10, 0x63, 10], ["1: R06 @1 +4", "2: c"]),
        ([0x61, 0xC3, 0xA9, 10, 0xC3, 10, 0x63], ["1: aé", "2: R06 @4 +2", "3: c"]),
        ([0xEF, 0xBB, 0xBF, 0x22, 0x61, 0x22, 10], ["1: a"]),
        // Overlong, surrogate, above the last code point, cut off at the end.
        ([0xC0, 0x80, 10], ["1: R06 @0 +3"]),
        ([0xED, 0xA0, 0x80, 10], ["1: R06 @0 +4"]),
        ([0xF4, 0x90, 0x80, 0x80, 10], ["1: R06 @0 +5"]),
        ([0x61, 0xE2, 0x82], ["1: R06 @1 +3"]),
    ]

    @Test(arguments: texts) func invalidUTF8(_ bytes: [UInt8], _ expected: [String]) async throws {
        let file = try TemporaryFile(bytes)
        #expect(outline(try await read(file.discovered).records) == expected)
    }

    @Test func windows1252() async throws {
        // £5 in euro quotes, a no-break space at either end, an undefined byte.
        let bytes: [UInt8] =
            [0xA0, 0xA3, 53, 0xA0, 44, 0x93, 0x80, 0x94, 10] + [0x81, 10] + [34, 0xE9, 34, 34, 34, 10]
        let file = try TemporaryFile(bytes)
        let found = try await read(file.discovered, Dialect(encoding: .windows1252))
        #expect(outline(found.records) == ["1: £5|“€”", "2: R06 @9 +2", "3: é\""])
    }

    @Test(arguments: [Dialect.Encoding.utf16LittleEndian, .utf16BigEndian])
    func utf16(_ encoding: Dialect.Encoding) async throws {
        var units: [UInt16] = [0xFEFF] + Array("id\tname\r\n1\tZoë 😀\r\n".utf16)
        units += [50, 9, 0xD83D, 13, 10] + Array("3\t\u{0}\n4\tend".utf16)
        let bytes = units.flatMap { unit -> [UInt8] in
            let pair = [UInt8(unit & 255), UInt8(unit >> 8)]
            return encoding == .utf16LittleEndian ? pair : pair.reversed()
        }
        let file = try TemporaryFile(bytes)
        for chunkBytes in [1, 7, 16, 1000] {
            let found = try await read(
                file.discovered, Dialect(encoding: encoding, delimiter: 9), chunkBytes: chunkBytes)
            #expect(
                outline(found.records) == ["1: id|name", "2: 1|Zoë 😀", "3: R06 @44 +10", "4: R05 @54 +8", "5: 4|end"])
            #expect(found.summary.unitBytes == bytes.count)
        }
    }

    @Test func utf16OfOddLength() async throws {
        let file = try TemporaryFile([97, 0, 10, 0, 98, 0, 99])
        let found = try await read(file.discovered, Dialect(encoding: .utf16LittleEndian))
        #expect(outline(found.records) == ["1: a", "2: R06 @6 +3"])
    }
}
