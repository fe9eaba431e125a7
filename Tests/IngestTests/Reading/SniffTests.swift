import Definitions
import Ingest
import Testing

/// What a file's first bytes give away.
@Suite struct SniffTests {
    @Test func foreignFiles() {
        #expect(Sniff([0x50, 0x4B, 0x03, 0x04, 20, 0]).foreign == .spreadsheet)
        #expect(Sniff([0xD0, 0xCF, 0x11, 0xE0, 0xA1]).foreign == .spreadsheet)
        #expect(Sniff(Array("\r\n <!DOCTYPE html><html>".utf8)).foreign == .html)
        #expect(Sniff([0xEF, 0xBB, 0xBF] + Array("<HTML>".utf8)).foreign == .html)
        #expect(Sniff(Array("id,html\n".utf8)).foreign == nil)
    }

    @Test func encodings() {
        #expect(Sniff(Array("id,Zoë".utf8)).encoding == .utf8)
        #expect(Sniff([0xEF, 0xBB, 0xBF, 97]).encoding == .utf8WithMark)
        #expect(Sniff([97, 0xE9, 44, 98, 99, 100, 10]).encoding == .windows1252)
        #expect(Sniff(Array("name\r\ncaf".utf8) + [0xE9, 13, 10]).encoding == .windows1252)
        // The last character is only cut off.
        #expect(Sniff([97, 98, 99, 0xE2, 0x82]).encoding == .utf8)
        #expect(Sniff([0xFE, 0xFF, 0, 97]).encoding == .utf16BigEndian)
        #expect(Sniff(Array("Call Id,Queue\n".utf8).flatMap { [0, $0] }).encoding == .utf16BigEndian)
        #expect(Sniff(Array("Call Id,Queue\n".utf8).flatMap { [$0, 0] }).encoding == .utf16LittleEndian)
    }

    @Test func delimiters() {
        #expect(Sniff(Array("id;\"a,b,c\";queue\r\n1;\"a,b,c,d\";2\r\n".utf8)).delimiter == UInt8(ascii: ";"))
        #expect(Sniff(Array("\n\nid\tname\tqueue".utf8)).delimiter == 9)
        #expect(Sniff(Array("id|name,first|queue".utf8)).delimiter == UInt8(ascii: "|"))
        #expect(Sniff(Array("a,b\n".utf8)).delimiter == UInt8(ascii: ","))
        #expect(Sniff(Array("Report of 1 March, 2026\nid\tqueue\tsite\n".utf8)).delimiter == 9)
        #expect(Sniff(Array("Report\n".utf8)).delimiter == nil)
        #expect(Sniff(Array("a;b;c\n".utf8).flatMap { [$0, 0] }).delimiter == UInt8(ascii: ";"))
    }
}
