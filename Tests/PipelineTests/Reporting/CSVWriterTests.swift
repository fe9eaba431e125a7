import Reporting
import Testing

@Suite("CSV: RFC 4180 with a guard on text")
struct CSVWriterTests {
    private func written(_ fill: (inout CSVWriter) -> Void) -> String {
        var table = CSVWriter(header: ["a", "b"])
        fill(&table)
        return String(decoding: table.bytes, as: UTF8.self)
    }

    @Test("header, CRLF, and quotes only where they are needed")
    func quoting() {
        let text = written {
            $0.text("plain")
            $0.text("with, comma")
            $0.endRecord()
            $0.text("say \"no\"")
            $0.text("two\r\nlines")
            $0.endRecord()
            $0.text("")
            $0.text(" edge ")
            $0.endRecord()
        }
        #expect(
            text == "a,b\r\nplain,\"with, comma\"\r\n\"say \"\"no\"\"\",\"two\r\nlines\"\r\n, edge \r\n")
    }

    @Test("a text that a spreadsheet would run is guarded and counted; a negative number is not")
    func guarding() {
        var table = CSVWriter(header: ["a"])
        for text in ["=1+1", "+44", "-", "@x", "\tx", "\rx", "a=b", "'=1"] {
            table.text(text)
            table.endRecord()
        }
        table.number(-3.2)
        table.endRecord()
        table.integer(-7)
        table.endRecord()
        let expected =
            "a\r\n'=1+1\r\n'+44\r\n'-\r\n'@x\r\n'\tx\r\n\"'\rx\"\r\na=b\r\n''=1\r\n-3.2\r\n-7\r\n"
        #expect(String(decoding: table.bytes, as: UTF8.self) == expected)
        // A text that looks guarded is guarded too, so that one apostrophe is always ours.
        #expect(table.guarded == 7)
    }

    @Test("absent numbers are empty cells; the mark comes first when it is asked for")
    func emptyCells() {
        var table = CSVWriter(header: ["a", "b", "c"], byteOrderMark: true)
        table.number(nil)
        table.integer(nil)
        table.number(0.5)
        table.endRecord()
        #expect(table.bytes == [0xef, 0xbb, 0xbf] + Array("a,b,c\r\n,,0.5\r\n".utf8))
    }
}
