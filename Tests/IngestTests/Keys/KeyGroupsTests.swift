import Testing

@testable import Ingest

@Suite("Repeated keys")
struct KeyGroupsTests {
    @Test("ascending keys have none")
    func ascending() {
        #expect(repeatedKeys([[1, 1, 2], [1, 2, 0]], rows: [0, 1, 2]).isEmpty)
        #expect(repeatedKeys([[3]], rows: [0]).isEmpty)
        #expect(repeatedKeys([[3, 3]], rows: []).isEmpty)
    }

    @Test("groups come in the order of their first rows, each ascending")
    func groups() {
        let groups = repeatedKeys([[5, 7, 5, 9, 7, 5]], rows: [0, 1, 2, 3, 4, 5])
        #expect(groups.map { Array($0) } == [[0, 2, 5], [1, 4]])
        #expect(repeatedKeys([[5, 7, 5, 9, 7, 5]], rows: [1, 2, 3, 4]).map { Array($0) } == [[1, 4]])
    }

    @Test("every key equal, and keys that differ in one column only")
    func extremes() {
        let same = Array(repeating: Int64(7), count: 1000)
        #expect(repeatedKeys([same], rows: Array(0..<Int32(1000))).map(\.count) == [1000])
        let other = (0..<1000).map { Int64(999 - $0) }
        #expect(repeatedKeys([same, other], rows: Array(0..<Int32(1000))).isEmpty)
    }
}
