import Tables

/// Remembers what each distinct text of a column decoded to, so that looking it up in tables, hashing or folding
/// happens once per distinct text and chunk.
struct CellCache<Result> {
    private var texts = Names()
    private var results: [Result] = []
    private var counts: [Int] = []

    init() {}

    mutating func result(
        of text: [UInt8], _ cell: Range<Int>, _ compute: (ArraySlice<UInt8>) throws -> Result
    ) rethrows -> Result {
        let place = Int(texts.code(of: text.span.extracting(cell)))
        if place == results.count {
            results.append(try compute(text[cell]))
            counts.append(0)
        }
        counts[place] += 1
        return results[place]
    }

    /// The texts whose result satisfies a condition and how often each was met, in order of first use.
    func occurrences(where isWanted: (Result) -> Bool) -> [(text: [UInt8], count: Int)] {
        results.indices.filter { isWanted(results[$0]) }.map { (Array(texts.bytes(of: Int32($0))), counts[$0]) }
    }
}
