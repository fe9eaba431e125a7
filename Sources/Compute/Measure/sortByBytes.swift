extension Array where Element: FixedWidthInteger {
    /// Ascending. Many values that lie close together are put in order by one byte of their distance from the least after the
    /// other, which takes no comparison.
    mutating func sortByBytes() {
        guard count >= 32, let least = self.min(), let greatest = self.max() else { return sort() }
        let bits = Element.bitWidth - (greatest &- least).leadingZeroBitCount
        // Beyond what an integer holds the distance is below zero, and has all bits.
        if bits > 32 { return sort() }
        var other = [Element](repeating: 0, count: count)
        for shift in stride(from: 0, to: bits, by: 8) {
            order(from: least, by: shift, into: &other)
            swap(&self, &other)
        }
    }

    /// Puts all in the order of one byte, those of equal bytes as they stand.
    private func order(from least: Element, by shift: Int, into ordered: inout [Element]) {
        func byte(_ value: Element) -> Int { Int(truncatingIfNeeded: (value &- least) &>> Element(shift)) & 255 }
        var firsts = [Int](repeating: 0, count: 256)
        let values = span
        var next = firsts.mutableSpan
        var places = ordered.mutableSpan
        for place in values.indices { next[byte(values[place])] += 1 }
        var first = 0
        for byte in next.indices { (next[byte], first) = (first, first + next[byte]) }
        for place in values.indices {
            let byte = byte(values[place])
            places[next[byte]] = values[place]
            next[byte] += 1
        }
    }
}
