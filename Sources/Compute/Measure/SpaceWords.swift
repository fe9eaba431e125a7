/// What the words of a table are to one of its spaces: those that are the same to all of its tallies have one number, so that
/// a space of few figures has few cells.
struct SpaceWords {
    /// By word its number; below zero for one whose rows count in none of the tallies.
    private(set) var numbers: [Int32] = []
    /// By value whether rows of each number are added up.
    private(set) var isSummed: [[Bool]]
    private(set) var isAnySummed: [Bool] = []
    private var known: [[UInt8]: Int32] = [:]
    /// What each number is to each tally: those of the first number, then those of the next.
    private var classes: [UInt8] = []
    /// What each tally adds up.
    private let summed: [Int?]

    /// - Parameters:
    ///   - summed: what each tally adds up, by its place among so many values.
    init(summed: [Int?], values: Int) {
        self.summed = summed
        isSummed = Array(repeating: [], count: values)
    }

    /// Takes what the next word is to each tally.
    mutating func add(_ word: [UInt8]) {
        if let number = known[word] {
            numbers.append(number)
            return
        }
        let isOutside = word.allSatisfy { $0 == RowClass.outside }
        let number = isOutside ? -1 : Int32(isAnySummed.count)
        known[word] = number
        numbers.append(number)
        if isOutside { return }
        classes += word
        for value in isSummed.indices {
            isSummed[value].append(
                word.indices.contains { summed[$0] == value && TableTally.isKept(word[$0]) != nil })
        }
        isAnySummed.append(isSummed.contains { $0.last == true })
    }

    /// What each number is to a tally.
    func classes(of tally: Int) -> [UInt8] {
        isAnySummed.indices.map { classes[$0 * summed.count + tally] }
    }
}
