import Testing

@testable import Tables

@Suite("Places of records and rows")
struct RecordPlacesTests {
    @Test("every place is the one that was given, however records follow each other")
    func places() {
        // Gaps for titles and blank lines, records of several lines, one too long for two bytes, and a second file.
        var given: [(offset: Int64, length: Int32, line: Int32)] = []
        var offset: Int64 = 17
        var line: Int32 = 2
        for row in 0..<1000 {
            let length: Int32 = row % 97 == 5 ? 70_000 : row % 83 == 7 ? 65_535 : Int32(10 + row % 13)
            given.append((offset, length, line))
            offset += Int64(length) + (row % 41 == 0 ? 3 : 0)
            line += row % 29 == 0 ? 4 : 1
            if row == 600 { (offset, line) = (0, 1) }
        }
        var places = RecordPlaces()
        for part in [0..<1, 1..<350, 350..<350, 350..<1000] {
            let records = given[part]
            let part = RecordPlaces(
                offsets: records.map(\.offset), lengths: records.map(\.length), lines: records.map { $0.line - 5 })
            places.append(part, lineBase: 5)
        }
        #expect(places.count == 1000)
        #expect(given.indices.allSatisfy { places.offset(of: $0) == given[$0].offset })
        #expect(given.indices.allSatisfy { places.length(of: $0) == given[$0].length })
        #expect(given.indices.allSatisfy { places.line(of: $0) == given[$0].line })
        var walk = places.walk
        for row in [0, 5, 5, 88, 349, 601, 602, 999] { #expect(walk.place(of: row) == given[row]) }
        let lengths = given[8..<83].map { UInt16($0.length % 90) }
        var sequence = RecordPlaces(offset: 40, line: 2, lengths: Array(lengths[..<70]))
        sequence.append(
            RecordPlaces(
                offset: 40 + lengths[..<70].reduce(0) { $0 + Int64($1) }, line: 72, lengths: Array(lengths[70...])),
            lineBase: 0)
        for row in lengths.indices {
            #expect(sequence.offset(of: row) == 40 + lengths[..<row].reduce(0) { $0 + Int64($1) })
            #expect(sequence.length(of: row) == Int32(lengths[row]))
            #expect(sequence.line(of: row) == Int32(row) + 2)
        }
        let some = RowOffsets.placed(places, rows: [3, 500, 999])
        #expect(some.listed(3) == [given[3].offset, given[500].offset, given[999].offset])
        #expect(RowOffsets.placed(places, rows: nil).listed(1000) == given.map(\.offset))
    }

    @Test("places of single rows are those noted, neighbours or not, and no others")
    func noted() {
        var given: [Int: (offset: Int64, length: Int32, line: Int32)] = [:]
        var places = RecordPlaces()
        // Two chunks, of which rows and lines count from their own beginnings; long stretches, single rows, gaps of bytes and
        // of lines, and records too long for two bytes.
        for (first, base) in [(0, Int32(0)), (1000, 4000)] {
            var chunk = RecordPlaces()
            var offset = Int64(first) * 100_000 + 17
            var line: Int32 = 2
            for row in 0..<1000 {
                let length: Int32 = row % 97 == 5 ? 70_000 : row % 83 == 7 ? 65_535 : Int32(10 + row % 13)
                if row % 300 < 200 ? row % 300 != 7 : row % 3 == 0 {
                    chunk.note(row: Int32(row), offset: offset, length: length, line: line)
                    given[first + row] = (offset, length, line + base)
                }
                offset += Int64(length) + (row % 41 == 0 ? 3 : 0)
                line += row % 29 == 0 ? 4 : 1
            }
            places.append(noted: chunk, firstRow: Int32(first), lineBase: base)
        }
        var walk = places.walk
        for (row, place) in given.sorted(by: { $0.key < $1.key }) {
            #expect(walk.place(of: row) == place)
            #expect(places.offset(of: row) == place.offset)
            #expect(places.length(of: row) == place.length)
            #expect(places.line(of: row) == place.line)
        }
        var some = places.walk
        for row in [3, 3, 8, 700, 1000, 1999] where given[row] != nil {
            #expect(some.place(of: row) == given[row] ?? (0, 0, 0))
        }
        #expect(given.count > 1000)
    }

    @Test("the files of rows are those given, empty files among them")
    func files() {
        let listed: [Int32] = [0, 0, 2, 2, 2, 5, 0]
        let files = RowFiles(listed)
        #expect(Array(files) == listed)
        #expect(files.stretches.map(\.rows) == [0..<2, 2..<5, 5..<6, 6..<7])
        var appended = RowFiles()
        for (file, count) in [(0, 2), (1, 0), (2, 1), (2, 2), (5, 1), (0, 1)] {
            appended.append(Int32(file), count: count)
        }
        #expect(appended == files)
    }

    @Test("labels stand for the codes they were given")
    func labels() {
        let labels = Column.labels([1, 255, 0, 1], of: [70, 9])
        #expect(labels.unpacked == .codes([9, Missing.code, 70, 9]))
        #expect((0..<4).map { labels.integer(at: $0) } == [9, Missing.integer, 70, 9])
        #expect(labels.gathered([2, -1, 0]) == .labels([0, 255, 1], of: [70, 9]))
        #expect(
            labels.joined(with: .labels([0, 255, 1], of: [5, 70]))
                == .labels([1, 255, 0, 1, 2, 255, 0], of: [70, 9, 5]))
        let many = Column.labels([254], of: Array(100...354))
        #expect(labels.joined(with: many) == .codes([9, Missing.code, 70, 9, 354]))
        #expect(labels.joined(with: .codes([4])) == .codes([9, Missing.code, 70, 9, 4]))
    }

    @Test("offsets of several sources are those of each, near ones and far ones")
    func joinedOffsets() {
        let near = RowOffsets.listed([3, 9]).joined(2, with: .listed([0, 4_294_967_295]), 2)
        #expect(near.listed(4) == [3, 9, 0, 4_294_967_295])
        #expect((0..<4).map { near[$0] } == [3, 9, 0, 4_294_967_295])
        let far = near.joined(4, with: .listed([4_294_967_296]), 1)
        #expect(far.listed(5) == [3, 9, 0, 4_294_967_295, 4_294_967_296])
        #expect(far[4] == 4_294_967_296)
        guard case .near = near, case .listed = far else {
            Issue.record("near offsets take four bytes, far ones eight")
            return
        }
    }
}
