/// The places of codes that are marked with 1, not 0, ascending.
///
/// Without a branch: what a row is cannot be foreseen, and a branch on it costs ten times as much as writing a place that the
/// next one overwrites.
func places(_ codes: [Int32], marked marks: [UInt8]) -> [Int32] {
    let (codes, marks) = (codes.span, marks.span)
    var places = [Int32](repeating: 0, count: codes.count)
    var found = 0
    var cells = places.mutableSpan
    for place in 0..<codes.count {
        cells[found] = Int32(truncatingIfNeeded: place)
        found &+= Int(marks[Int(codes[place])])
    }
    places.removeLast(codes.count - found)
    return places
}

/// The places that are marked with 1, not 0, ascending.
func places(marked marks: [UInt8]) -> [Int32] {
    let marks = marks.span
    var places = [Int32](repeating: 0, count: marks.count)
    var found = 0
    var cells = places.mutableSpan
    for place in 0..<marks.count {
        cells[found] = Int32(truncatingIfNeeded: place)
        found &+= Int(marks[place])
    }
    places.removeLast(marks.count - found)
    return places
}
