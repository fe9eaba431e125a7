/// What the words of a table are to one of its spaces: those that are the same to all of its tallies have one number, so that
/// a space of few figures has few cells.
struct SpaceWords {
    /// By word its number; below zero for one whose rows count in none of the tallies.
    private(set) var numbers: [Int32] = []
    /// By word 1, or 0 for one whose rows count in none.
    private(set) var marks: [UInt8] = []
    private var known: [[UInt8]: Int32] = [:]
    private var count: Int32 = 0
    /// What each number is to each tally: those of the first number, then those of the next.
    private var classes: [UInt8] = []

    /// Takes what the next word is to each tally.
    mutating func add(_ word: [UInt8]) {
        let isOutside = word.allSatisfy { $0 == RowClass.outside }
        marks.append(isOutside ? 0 : 1)
        if let number = known[word] {
            numbers.append(number)
            return
        }
        known[word] = isOutside ? -1 : count
        numbers.append(isOutside ? -1 : count)
        if isOutside { return }
        classes += word
        count += 1
    }

    /// What each number is to a tally, of so many.
    func classes(of tally: Int, among tallies: Int) -> [UInt8] {
        (0..<Int(count)).map { classes[$0 * tallies + tally] }
    }
}
