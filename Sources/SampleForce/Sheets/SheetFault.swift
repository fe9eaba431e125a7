/// One kind of planted fault in an export of a smaller system: how often, on which records, what it does, and what must
/// come of it.
struct SheetFault<Record: SheetRecord>: Sendable {
    let name: String
    let count: Int
    var rule: String?
    var code: String?
    /// The canonical column that shows it.
    var column: String?
    var fate = Row.Fate.accepted
    var suits: @Sendable (Record) -> Bool = { _ in true }
    var plant: @Sendable (inout Record) -> Void = { _ in }

    var planted: FileTruth.Planted { planted(count) }

    func planted(_ count: Int) -> FileTruth.Planted {
        FileTruth.Planted(fault: name, rule: rule, code: code, column: column, fate: fate.name, count: count)
    }
}

extension Array where Element: SheetRecord {
    /// Plants each fault on records that nothing else has touched.
    mutating func plant(_ faults: [SheetFault<Element>], _ random: inout SplitMix64) -> [FileTruth.Planted] {
        faults.map { fault in
            var places = indices.filter { !self[$0].marks.isTaken && self[$0].isAccepted && fault.suits(self[$0]) }
            random.shuffle(&places)
            let chosen = places.prefix(fault.count)
            for place in chosen {
                fault.plant(&self[place])
                self[place].marks.isTaken = true
                self[place].marks.fate = fault.fate
            }
            return fault.planted(chosen.count)
        }
    }

    /// Records that come twice: some word for word, some saying something else of the same thing, so that none of both
    /// is taken.
    mutating func repeatRecords(
        exactly: Int, otherwise: Int, suits: (Element) -> Bool = { _ in true }, _ random: inout SplitMix64,
        contradict: (inout Element) -> Void
    ) -> [FileTruth.Planted] {
        var places = indices.filter { !self[$0].marks.isTaken && self[$0].isAccepted && suits(self[$0]) }
        random.shuffle(&places)
        let chosen = places.prefix(exactly + otherwise)
        for (rank, place) in chosen.enumerated() {
            self[place].marks.isTaken = true
            var copy = self[place]
            if rank < exactly {
                copy.marks.fate = .duplicate
            } else {
                self[place].marks.fate = .rejected
                copy.marks.fate = .rejected
                contradict(&copy)
            }
            append(copy)
        }
        let repeated = Swift.min(exactly, chosen.count)
        return [
            FileTruth.Planted(
                fault: "record repeated exactly", rule: nil, code: nil, column: nil, fate: Row.Fate.duplicate.name,
                count: repeated),
            FileTruth.Planted(
                fault: "two records that contradict each other", rule: "DQ04", code: nil, column: nil,
                fate: Row.Fate.rejected.name, count: 2 * (chosen.count - repeated)),
        ]
    }
}
