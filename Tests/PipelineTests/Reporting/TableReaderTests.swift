import Reporting
import Testing

@Suite("Our own tables, read back")
struct TableReaderTests {
    @Test("any text comes back as it was, guarded or not")
    func texts() {
        let texts = [
            "", "plain", "a,b", "\"", "a\"\"b", "line\r\nbreak", "=1+1", "'=1+1", "''=1", "'", "it's", "-", "+44", "@x",
            "\tx", "\rx", "é😀", "'a",
        ]
        var writer = CSVWriter(header: ["one", "two"], byteOrderMark: true)
        for text in texts {
            writer.text(text)
            writer.text("end")
            writer.endRecord()
        }
        var reader = TableReader(writer.bytes)
        #expect(reader.header == ["one", "two"])
        var found: [String] = []
        while reader.next() { found.append(reader.words(0)) }
        #expect(found == texts)
    }

    @Test("numbers come back as the same doubles")
    func numbers() {
        let numbers = [
            0, 0.1, 1.0 / 3, 100, -2.5, 1e-7, 1e21, 71.05263157894737, 0.1 + 0.2, Double.greatestFiniteMagnitude,
        ]
        var writer = CSVWriter(header: ["n"])
        for number in numbers {
            writer.number(number)
            writer.endRecord()
        }
        var reader = TableReader(writer.bytes)
        var found: [Double?] = []
        while reader.next() { found.append(reader.number(0)) }
        #expect(found == numbers)
    }
}
