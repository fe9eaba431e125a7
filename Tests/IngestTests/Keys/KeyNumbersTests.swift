import Definitions
import Synchronization
import Tables
import Testing

@testable import Ingest

@Suite("Keys in any order")
struct KeyNumbersTests {
    /// Keys of a chunk, some of which may be missing.
    private func cells(_ texts: [String]) -> CellColumn {
        var bytes: [UInt8] = []
        var places: [RecordBatch.Cell] = []
        for text in texts {
            let isMissing = text.isEmpty
            places.append(
                isMissing ? .missing : .init(start: UInt32(bytes.count), end: UInt32(bytes.count + text.utf8.count)))
            bytes += text.utf8
        }
        return CellColumn(text: bytes, places: places)
    }

    private func numbers(_ chunks: [[String]], seeming: [String] = []) -> KeyNumbers {
        var all = KeyNumbers()
        for chunk in chunks {
            var numbers = KeyNumbers()
            for stretch in 0..<3 {
                let (begin, end) = (chunk.count * stretch / 3, chunk.count * (stretch + 1) / 3)
                numbers.append(KeyNumbers(cells(Array(chunk[begin..<end]))))
            }
            numbers.endChunk()
            all.append(numbers)
        }
        var last = KeyNumbers()
        last.note(seeming: cells(seeming))
        last.endChunk()
        all.append(last)
        return all
    }

    @Test("are distinct exactly when no two texts are equal", arguments: 0..<60 as Range<UInt64>)
    func distinct(seed: UInt64) async throws {
        var random = SplitMix(seed: seed)
        func next(_ limit: Int) -> Int { Int(random.next() >> 33) % limit }
        // Keys of all lengths that numbers are made of differently, some of which begin with one another.
        let chunks = (0..<1 + next(4)).map { _ in
            (0..<next(60)).map { _ in
                next(30) == 0 ? "" : String(repeating: "K", count: next(30)) + "-\(next(seed % 2 == 0 ? 100_000 : 400))"
            }
        }
        let keys = chunks.flatMap { $0 }.filter { !$0.isEmpty }
        let isDistinct = Set(keys).count == keys.count
        for jobs in [1, 3] {
            #expect(try await numbers(chunks).areDistinct(amongFiles: 1, jobs: jobs) == isDistinct)
        }
    }

    @Test("Of several files none may be what the key of a malformed record seems to be")
    func seeming() async throws {
        let chunks = [["b", "a"], ["d", "c"]]
        #expect(try await numbers(chunks, seeming: ["e"]).areDistinct(amongFiles: 2, jobs: 2))
        #expect(try await !numbers(chunks, seeming: ["e", "a"]).areDistinct(amongFiles: 2, jobs: 2))
        #expect(try await numbers(chunks, seeming: ["a"]).areDistinct(amongFiles: 1, jobs: 2))
    }

    @Test("Keys that repeat are noticed long before the end of many")
    func noticed() {
        let chunk = (0..<70_000).reversed().map { "call \($0)" }
        #expect(numbers([chunk, chunk]).repeats)
        #expect(!numbers([chunk, chunk.map { $0 + " more" }]).repeats)
    }

    @Test("What is needed follows from how the order breaks")
    func needed() async throws {
        func proof(_ files: [[[String]]], by means: KeyMeans = .order, missing: Int = 0) -> KeyProof {
            var all = KeyProof(by: means)
            for file in files {
                all.beginFile()
                for chunk in file {
                    var proof = KeyProof(cells(chunk), by: means)
                    proof.endChunk()
                    all.append(proof)
                }
            }
            all.missing = missing
            return all
        }
        #expect(proof([[["a", "b"], ["c"]], [["d"]]]).needed(files: 2) == nil)
        #expect(proof([[["b", "a"]]]).needed(files: 1) == .numbers)
        #expect(proof([[["b"], ["a"]]]).needed(files: 1) == .numbers)
        // The same rows again, as it seems.
        #expect(proof([[["a", "a"]]]).needed(files: 1) == .texts)
        #expect(proof([[["a"], ["a"]]]).needed(files: 1) == .texts)
        #expect(proof([[["a", "c"]], [["b", "d"]]]).needed(files: 2) == .texts)
        #expect(proof([[["a"]], [["b"]]], missing: 1).needed(files: 2) == .texts)
        #expect(proof([[["a"]]], missing: 1).needed(files: 1) == nil)
        #expect(try await proof([[["b", "a"]], [["c"]]], by: .numbers).needed(files: 2, jobs: 1) == nil)
        #expect(try await proof([[["b", "a"]], [["b"]]], by: .numbers).needed(files: 2, jobs: 1) == .texts)
        #expect(try await KeyProof.none(by: .numbers).needed(files: 1, jobs: 1) == .texts)
        var order = KeyProof(by: .order)
        order.append(.none(by: .order))
        #expect(order.needed(files: 1) == .texts)
    }
}
