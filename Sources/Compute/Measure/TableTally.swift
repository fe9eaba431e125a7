import Tables

/// The tallies of some rows of one table while they are counted.
///
/// A row costs one count in each space, by its group and by the number of its word, however many figures there are. What a
/// word is to each figure is worked out for the first row that has it. In the end each cell counts in all tallies.
struct TableTally {
    private let counting: TableCounting
    private let plans: [FigurePlan]
    private var numbers: [WordNumbers]
    /// What the rows of each word are to each tally: the classes of the first word, then those of the next.
    private var classes: [UInt8] = []
    /// By space what each word is to it.
    private var spaceWords: [SpaceWords]
    private var cells: [CellCounts]
    private var spaces: [SpaceTally]

    private let manyWords: Int

    /// - Parameter manyWords: more words than this are counted in tallies before others are numbered, so that memory stays
    ///   bounded.
    init(_ counting: TableCounting, _ plans: [FigurePlan], manyWords: Int = 4096) {
        self.counting = counting
        self.plans = plans
        self.manyWords = manyWords
        numbers = []
        spaceWords = []
        cells = []
        spaces = counting.spaces.map { SpaceTally(classes: $0.space.classes) }
        clear()
    }

    /// The tallies of all rows that were added.
    mutating func finished() -> [SpaceTally] {
        countCells()
        for place in spaces.indices { spaces[place].finish() }
        return spaces
    }

    mutating func add(_ batch: Batch) throws {
        if words > manyWords { countCells() }
        let codes = try numbered(batch)
        let kept = try kept(codes, of: batch)
        for place in spaces.indices {
            let keys = try groupKeys(of: counting.spaces[place].space, in: batch)
            let words = spaceWords[place]
            let mine = codes.map { words.numbers[Int($0)] }
            let slots = spaces[place].slots(of: keys, mine)
            let found = cells[place].count(slots: slots, codes: mine, isSummed: words.isAnySummed)
            for (sum, value) in counting.summed.enumerated() where words.isSummed[sum].contains(true) {
                let values = try batch.integers(value)
                cells[place].add(values, sum: sum, cells: found, codes: mine, isSummed: words.isSummed[sum])
            }
            for (tally, counted) in counting.spaces[place].tallies.enumerated() {
                guard let kept = kept[counted] else { continue }
                spaces[place].tallies[tally].distribute(kept.values, kept.rows, slots: slots)
            }
        }
    }

    /// How many words have numbers.
    private var words: Int { numbers.last?.count ?? 0 }

    /// The number of each row's word.
    private mutating func numbered(_ batch: Batch) throws -> [Int32] {
        let known = words
        var codes = [Int32](repeating: 0, count: batch.rows.count)
        var firsts: [Int32] = []
        let values = try counting.words.values(in: batch, plans)
        for (level, words) in values.enumerated() {
            let isLast = level == values.count - 1
            var last = (word: UInt64(0), before: Int32(-1), code: Int32(0))
            for row in words.indices {
                if words[row] != last.word || codes[row] != last.before {
                    last = (words[row], codes[row], numbers[level].number(of: words[row], after: codes[row]))
                    if isLast, Int(last.code) == known + firsts.count { firsts.append(batch.rows.row(at: row)) }
                }
                codes[row] = last.code
            }
        }
        if !firsts.isEmpty { try learn(Batch(batch.engine, batch.table, .list(firsts))) }
        return codes
    }

    /// Works out what new words are to each tally, from one row of each.
    private mutating func learn(_ firsts: Batch) throws {
        let found = try counting.plans.flatMap { try Compute.classes(of: plans[$0], in: firsts) }
        for row in 0..<firsts.rows.count {
            let mine = found.map { $0[row] }
            classes += mine
            for (place, space) in counting.spaces.enumerated() {
                spaceWords[place].add(space.tallies.map { mine[$0] })
            }
        }
    }

    /// By tally that keeps values the rows that count in it, and their values.
    private func kept(
        _ codes: [Int32], of batch: Batch
    ) throws -> [Int: (values: [Int64], rows: [(row: Int32, isDoubtful: Bool)])] {
        var all: [Int: (values: [Int64], rows: [(row: Int32, isDoubtful: Bool)])] = [:]
        for (tally, counted) in counting.counted.enumerated() {
            guard let distributed = counted.distributed else { continue }
            let ofWord = (0..<words).map { TableTally.isKept(classes[$0 * counting.counted.count + tally]) }
            var rows: [(row: Int32, isDoubtful: Bool)] = []
            rows.reserveCapacity(codes.count)
            for row in codes.indices {
                if let isDoubtful = ofWord[Int(codes[row])] { rows.append((Int32(row), isDoubtful)) }
            }
            if rows.isEmpty { continue }
            let values =
                switch distributed {
                case .value(let value): try batch.integers(value)
                case .length(let from, let until): try survivalLengths(from, until, in: batch).days
                }
            all[tally] = (values, rows)
        }
        return all
    }

    /// Counts every cell in the tallies of its space, and begins anew.
    private mutating func countCells() {
        for (place, space) in counting.spaces.enumerated() {
            let cells = cells[place]
            var filled: [SpaceTally.Cell] = []
            cells.forEach { slot, code, cell in
                filled.append(.init(slot: Int32(slot), code: Int32(code), rows: cells.counts[cell], cell: Int32(cell)))
            }
            for (tally, counted) in space.tallies.enumerated() {
                let found = spaceWords[place].classes(of: tally)
                if found.allSatisfy({ $0 == RowClass.outside }) { continue }
                spaces[place].count(filled, as: found, in: tally)
                guard let sum = counting.counted[counted].summed else { continue }
                for one in filled {
                    guard let isDoubtful = TableTally.isKept(found[Int(one.code)]) else { continue }
                    spaces[place].add(
                        cells.sum(sum, cell: Int(one.cell)), slot: Int(one.slot), isDoubtful: isDoubtful, in: tally)
                }
            }
        }
        clear()
    }

    private mutating func clear() {
        numbers = Array(repeating: WordNumbers(), count: counting.words.count)
        classes = []
        spaceWords = counting.spaces.map { space in
            SpaceWords(
                summed: space.tallies.map { counting.counted[$0].summed }, values: counting.summed.count)
        }
        cells = counting.spaces.map { _ in CellCounts(summed: counting.summed.count) }
    }

    /// Whether a row whose value counts does so certainly or doubtfully; nothing for one whose value does not.
    static func isKept(_ place: UInt8) -> Bool? {
        switch place {
        case RowClass.certain + RowClass.hit: false
        case RowClass.exclusionUnknown + RowClass.hit: true
        default: nil
        }
    }
}
