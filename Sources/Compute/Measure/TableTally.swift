import Tables

/// The tallies of some rows of one table while they are counted.
///
/// A row costs one count in each space, by its group and by the number of its word, however many figures there are. What a
/// word is to each figure is worked out for the first row that has it. In the end each cell counts in all tallies.
struct TableTally {
    private let counting: TableCounting
    private let plans: [FigurePlan]
    private var numbers: [WordNumbers]
    /// By tally and word whether the values of its rows are kept: of those tallies that keep any.
    private var marks: [[UInt8]] = []
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
        var all = handedOver()
        for place in all.indices { all[place].finish() }
        return all
    }

    /// The same with values that may still wait to be counted, for whoever puts them together with others. Nothing of them
    /// stays here.
    mutating func handedOver() -> [SpaceTally] {
        countCells()
        defer { spaces = [] }
        return spaces
    }

    mutating func add(_ batch: Batch) throws {
        if words > manyWords { countCells() }
        let codes = try numbered(batch)
        let kept = try kept(codes, of: batch)
        for (place, space) in counting.spaces.enumerated() {
            let (numbers, marks) = (spaceWords[place].numbers, spaceWords[place].marks)
            let rows = places(codes, marked: marks)
            if rows.isEmpty { continue }
            let slots = spaces[place].slots(of: try RowGroups(space.space, in: batch), rows)
            let groups = spaces[place].keys.count
            cells[place].count(rows, slots: slots, codes: codes, numbers: numbers, groups: groups)
            for (tally, counted) in space.tallies.enumerated() {
                for values in kept[counted] {
                    if case .sum = counting.kept[counted] {
                        spaces[place].tallies[tally].add(values, slots: slots, groups: groups)
                    } else {
                        spaces[place].tallies[tally].distribute(values, slots: slots, groups: groups)
                    }
                }
            }
        }
    }

    /// How many words have numbers.
    private var words: Int { numbers.last?.count ?? 0 }

    /// The number of each row's word.
    private mutating func numbered(_ batch: Batch) throws -> [Int32] {
        var codes = [Int32](repeating: 0, count: batch.rows.count)
        var firsts: [Int] = []
        for (level, words) in try counting.words.values(in: batch, plans).enumerated() {
            firsts = numbers[level].number(words, after: &codes)
        }
        if !firsts.isEmpty { try learn(Batch(batch.engine, batch.table, .list(firsts.map { batch.rows.row(at: $0) }))) }
        return codes
    }

    /// Works out what new words are to each tally, from one row of each.
    private mutating func learn(_ firsts: Batch) throws {
        let found = try counting.plans.flatMap { try Compute.classes(of: plans[$0], in: firsts) }
        for (tally, classes) in found.enumerated() where counting.kept[tally] != nil {
            marks[tally] += classes.map { KeptValues.Mark($0).rawValue }
        }
        for row in 0..<firsts.rows.count {
            for (place, space) in counting.spaces.enumerated() {
                spaceWords[place].add(space.tallies.map { found[$0][row] })
            }
        }
    }

    /// By tally the rows whose values it keeps.
    private func kept(_ codes: [Int32], of batch: Batch) throws -> [[KeptValues]] {
        // Tallies of figures over the same rows keep the same.
        var known: [[UInt8]: [(rows: [Int32], isDoubtful: Bool)]] = [:]
        return try counting.kept.enumerated().map { tally, kept in
            guard let kept else { return [] }
            let marks = marks[tally]
            let found =
                known[marks]
                ?? [KeptValues.Mark.certain, .doubtful].compactMap { mark in
                    guard marks.contains(mark.rawValue) else { return nil }
                    let wanted = marks.map { $0 == mark.rawValue ? 1 as UInt8 : 0 }
                    let rows = places(codes, marked: wanted)
                    return rows.isEmpty ? nil : (rows, mark == .doubtful)
                }
            known[marks] = found
            if found.isEmpty { return [] }
            let values =
                switch kept {
                case .sum(of: let value), .distribution(of: let value): try batch.integers(value)
                case .lengths(let from, let until): try survivalLengths(from, until, in: batch).days
                }
            return found.map { KeptValues(rows: $0.rows, isDoubtful: $0.isDoubtful, values: values) }
        }
    }

    /// Counts every cell in the tallies of its space, and begins anew.
    private mutating func countCells() {
        for (place, space) in counting.spaces.enumerated() {
            var filled: [SpaceTally.Cell] = []
            cells[place].forEach { slot, code, rows in
                filled.append(.init(slot: Int32(slot), code: Int32(code), rows: rows))
            }
            for tally in space.tallies.indices {
                let found = spaceWords[place].classes(of: tally, among: space.tallies.count)
                if found.allSatisfy({ $0 == RowClass.outside }) { continue }
                spaces[place].count(filled, as: found, in: tally)
            }
        }
        clear()
    }

    private mutating func clear() {
        numbers = Array(repeating: WordNumbers(), count: counting.words.count)
        marks = Array(repeating: [], count: counting.kept.count)
        spaceWords = counting.spaces.map { _ in SpaceWords() }
        cells = counting.spaces.map { _ in CellCounts() }
    }
}
