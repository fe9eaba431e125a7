import Tables
import Testing

@testable import Ingest

@Suite("Identifiers that are counted upwards")
struct NumberedTextsTests {
    @Test("Every text gets the code of its bytes, whatever stands beside it", arguments: [1, 2, 3] as [UInt64])
    func codes(seed: UInt64) {
        var random = SplitMix(seed: seed)
        func next(_ limit: Int) -> Int { Int(random.next() >> 33) % limit }
        let stems = [
            "I202400000", "I202400001", "E00000000", "X1234567", "LONGER-STEM-AB", "LONGER-STEM-ABC", "AB", "2.2E+0000",
            "12345678901", "ÄÖÜ-000000",
        ]
        let chosen = [stems[0], stems[1]] + (0..<3).map { _ in stems[next(stems.count)] }
        let texts = (0..<6000).map { row -> String in
            switch next(200) {
            case 0: ""
            case 1: "I20240000" + ["00/2", "0:00", "000A", "12é"][next(4)]
            case 2: String(repeating: "#", count: 13)
            default: chosen[next(row % 50 == 0 ? 5 : 2)] + String(1000 + next(1000)).dropFirst()
            }
        }
        let cells = column(texts)
        #expect(NumberedTexts(cells) != nil)
        var names = Names()
        var faults = FaultList()
        let codes = decodeTexts(cells, isIdentifier: true, names: &names, &faults)
        for (text, code) in zip(texts, codes) {
            let isSpoiled = text.hasPrefix("#") || text.hasPrefix("2.2E+")
            #expect((code == Missing.code ? "" : names.text(of: code)) == (isSpoiled ? "" : text))
        }
    }

    @Test("Keys ascend as their bytes do", arguments: [1, 2, 3] as [UInt64])
    func order(seed: UInt64) {
        var random = SplitMix(seed: seed)
        func next(_ limit: Int) -> Int { Int(random.next() >> 33) % limit }
        for _ in 0..<3000 {
            let length = next(20) + 1
            let first: [UInt8] = (0..<length).map { _ in UInt8(97 + next(2)) }
            var second = first
            if next(4) > 0 { second[next(length)] = UInt8(97 + next(200) % 150) }
            if next(3) == 0 { second.removeLast(next(length)) }
            let cells = CellColumn(
                text: first + second,
                places: [
                    .init(start: 0, end: UInt32(length)),
                    .init(start: UInt32(length), end: UInt32(length + second.count)),
                ])
            #expect(KeyOrder(cells).ascends == first.lexicographicallyPrecedes(second))
        }
    }

    private func column(_ texts: [String]) -> CellColumn {
        var bytes: [UInt8] = []
        var places: [RecordBatch.Cell] = []
        for text in texts {
            places.append(.init(start: UInt32(bytes.count), end: UInt32(bytes.count + text.utf8.count)))
            bytes += text.utf8
        }
        return CellColumn(text: bytes, places: places)
    }
}
