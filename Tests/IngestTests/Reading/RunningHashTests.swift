import Testing

@testable import Ingest

@Suite("The hash of a file whose chunks come in any order")
struct RunningHashTests {
    /// SHA-256 of "abc", from FIPS 180-2, appendix B.1.
    private let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
    func order(chunks: [Int]) {
        let hash = RunningHash([])
        for chunk in chunks { hash.add([UInt8(97 + chunk)], of: chunk) }
        #expect(hash.digits == abc)
    }

    @Test("The mark before the first chunk counts, and a file of nothing has a hash")
    func beginning() {
        let hash = RunningHash([97, 98])
        hash.add([99], of: 0)
        #expect(hash.digits == abc)
        #expect(RunningHash([]).digits == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test("Many tasks at once give what one gives")
    func tasks() async {
        let chunks = (0..<200).map { chunk in (0..<997).map { UInt8(truncatingIfNeeded: $0 * 31 + chunk * 7) } }
        let whole = RunningHash([])
        whole.add(chunks.flatMap { $0 }[...], of: 0)
        let hash = RunningHash([])
        await withTaskGroup(of: Void.self) { group in
            for (number, chunk) in chunks.enumerated().reversed() { group.addTask { hash.add(chunk[...], of: number) } }
        }
        #expect(hash.digits == whole.digits)
    }
}
