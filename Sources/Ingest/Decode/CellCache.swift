import Tables

/// Remembers what each distinct text of a column decoded to, so that looking it up in tables, hashing or folding
/// happens once per distinct text and chunk.
struct CellCache<Result> {
    private var texts = Names()
    private var last = ShortTextCache()
    private var results: [Result] = []
    private var counts: [Int] = []

    init() {}

    mutating func result(
        of text: [UInt8], _ cell: Range<Int>, _ compute: (ArraySlice<UInt8>) throws -> Result
    ) rethrows -> Result {
        let span = text.span
        let short = ShortText(span, cell.lowerBound, cell.upperBound)
        if let short, let known = last.number(of: short) {
            counts[Int(known)] += 1
            return results[Int(known)]
        }
        let number = texts.code(of: span.extracting(cell))
        if let short { last.remember(short, number) }
        let place = Int(number)
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
