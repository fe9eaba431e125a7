/// The places up to a count that are marked with 1, not 0, ascending.
///
/// Without a branch: what a row is cannot be foreseen, and a branch on it costs ten times as much as writing a place that the
/// next one overwrites.
@inline(__always)
func places(_ count: Int, marked mark: (Int) -> UInt8) -> [Int32] {
    var places = [Int32](repeating: 0, count: count)
    var found = 0
    var cells = places.mutableSpan
    for place in 0..<count {
        cells[found] = Int32(truncatingIfNeeded: place)
        found &+= Int(mark(place))
    }
    places.removeLast(count - found)
    return places
}
