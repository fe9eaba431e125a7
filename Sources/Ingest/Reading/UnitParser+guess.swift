extension UnitParser {
    /// Where lines may lie inside quotes, the first of sixteen lines from which three records are whole and as wide as the
    /// header. A guess: the fold sees when it was wrong.
    func likelyRecord(fields: Int, before end: Int) -> Int {
        var candidate = text.start
        for _ in 0..<16 where candidate < text.bytes.count && text.offset(of: candidate) < end {
            if isLikely(candidate, fields: fields) { return candidate }
            guard let next = text.endOfLine(from: candidate) else { break }
            candidate = next
        }
        return text.start
    }

    private func isLikely(_ candidate: Int, fields: Int) -> Bool {
        var place = candidate
        var records = 0
        while records < 3, place < text.bytes.count {
            let unit = unit(at: place, textBase: 0)
            switch unit.kind {
            case .record where csv.cellCount == fields: records += 1
            case .blank: break
            case .record, .malformed: return false
            }
            place = unit.end
        }
        return true
    }
}
