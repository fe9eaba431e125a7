/// The candidate that a misspelt name most likely meant: the nearest by edit distance, within a third of its length.
///
/// Case is folded for the comparison. Ties go to the candidate that sorts first, so that messages do not vary.
package func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().utf8)
    let limit = max(1, (wanted.count + 2) / 3)
    var best: (distance: Int, name: String)?
    for candidate in candidates.sorted() {
        let distance = editDistance(wanted, Array(candidate.lowercased().utf8))
        if distance <= limit, distance < (best?.distance ?? Int.max) {
            best = (distance, candidate)
        }
    }
    return best?.name
}

/// Levenshtein distance between two byte strings, neighbours swapped counting as one edit.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var previous = Array(0...right.count)
    for (row, byte) in left.enumerated() {
        var current = [row + 1]
        for (column, other) in right.enumerated() {
            var distance = min(
                previous[column] + (byte == other ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, byte == right[column - 1], left[row - 1] == other {
                distance = min(distance, before[column - 1] + 1)
            }
            current.append(distance)
        }
        before = previous
        previous = current
    }
    return previous[right.count]
}
