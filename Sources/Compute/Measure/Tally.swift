import Expressions
import Tables

/// The day and member (or, for a row whose day cannot be read, the file and member) that rows are counted under, and
/// the value of mixes and counts by key: a member of the member.
struct GroupKey: Equatable, Sendable {
    /// Local day since 1970, the first of its month in a space of months; `fileBase` plus the file's index for rows without a readable day.
    let day: Int32
    /// A code, number or flag of the dimension; `Missing.integer` when not recorded; 0 in a space without dimension.
    let member: Int64
    /// The value that the space splits its rows by, `Missing.integer` when not recorded; 0 in a space that splits none.
    var value: Int64 = 0

    static let fileBase = Int32.min

    /// The file that a row without a readable day came from.
    var file: Int? {
        day < -1_000_000_000 ? Int(day &- GroupKey.fileBase) : nil
    }
}

/// Counts, sums and distributions of one statistic by group and class. Integers only, so that merging in any order gives
/// the same.
struct Tally: Sendable {
    var counts: ClassCounts
    /// Sums of known values: certain rows, then rows whose exclusion is unknown. Only as far as there are any.
    var sums: [Int64] = []
    /// By slot the values whose distribution is kept: of certain rows, then of rows whose exclusion is unknown. Only as
    /// far as there are any.
    private(set) var values: [CountedValues] = []
    /// The same once they are packed.
    private(set) var packed: PackedValues?

    init(classes: Int) { counts = ClassCounts(classes: classes) }

    /// Where a slot's certain or doubtful values are in `values` and `sums`.
    static func place(of slot: Int, isDoubtful: Bool) -> Int { slot * 2 + (isDoubtful ? 1 : 0) }

    /// Keeps values in the distributions of their rows' groups; `slots` are those of all rows of the batch.
    mutating func distribute(_ kept: KeptValues, slots: [Int32], groups: Int) {
        makeRoom(Tally.place(of: groups - 1, isDoubtful: true))
        let kept = kept.together(bySlot: slots, groups: groups)
        let (rows, slots) = (kept.rows.span, slots.span)
        var values = values.mutableSpan
        var first = 0
        while first < rows.count {
            // Neighbouring rows of one group together.
            let slot = slots[Int(rows[first])]
            var end = first + 1
            while end < rows.count, slots[Int(rows[end])] == slot { end += 1 }
            values[Tally.place(of: Int(slot), isDoubtful: kept.isDoubtful)].add(kept, first..<end)
            first = end
        }
    }

    /// Adds values to the sums of their rows' groups.
    mutating func add(_ kept: KeptValues, slots: [Int32], groups: Int) {
        if sums.count < groups * 2 { sums.append(contentsOf: repeatElement(0, count: groups * 2 - sums.count)) }
        let (rows, values, slots) = (kept.rows.span, kept.values.span, slots.span)
        var sums = sums.mutableSpan
        for place in 0..<rows.count {
            let row = Int(rows[place])
            sums[Tally.place(of: Int(slots[row]), isDoubtful: kept.isDoubtful)] += values[row]
        }
    }

    mutating func merge(_ other: CountedValues, slot: Int32, isDoubtful: Bool) {
        if other.isEmpty { return }
        let place = Tally.place(of: Int(slot), isDoubtful: isDoubtful)
        makeRoom(place)
        values[place].merge(other)
    }

    /// Packs the values of a tally that is only read from now on.
    mutating func pack() {
        if !values.isEmpty { packed = PackedValues(&values) }
        values = []
    }

    private mutating func makeRoom(_ place: Int) {
        while values.count <= place { values.append(CountedValues()) }
    }
}

/// The tallies of all statistics that are reported by the same period and dimension of a table.
struct SpaceTally: Sendable {
    private var groups = GroupSlots()
    var tallies: [Tally]

    init(classes: [Int]) {
        tallies = classes.map { Tally(classes: $0) }
    }

    var keys: [GroupKey] { groups.keys }

    /// The slot of a group, made on first use.
    mutating func slot(of key: GroupKey) -> Int32 { groups.slot(of: key) }

    /// By row of a batch the slot of its group, for some ascending rows.
    mutating func slots(of groups: RowGroups, _ rows: [Int32]) -> [Int32] { self.groups.slots(of: groups, rows) }

    /// Rows of a group that have the same word.
    struct Cell {
        let slot: Int32
        let code: Int32
        let rows: Int32
    }

    /// Counts rows by what those of their word are to a tally.
    mutating func count(_ cells: [Cell], as classes: [UInt8], in tally: Int) {
        makeRoom(in: tally)
        tallies[tally].counts.add(cells, as: classes)
    }

    mutating func merge(_ other: SpaceTally) {
        merge(other, tallies.indices.map { (mine: $0, theirs: $0) })
    }

    /// Adds some tallies of another space of the same period and dimension to some of this one.
    mutating func merge(_ other: SpaceTally, _ pairs: [(mine: Int, theirs: Int)]) {
        let places = other.keys.map { slot(of: $0) }
        for (index, theirs) in pairs {
            makeRoom(in: index)
            tallies[index].counts.merge(other.tallies[theirs].counts, slots: places)
            if !other.tallies[theirs].sums.isEmpty { makeRoomForSums(in: index) }
            for (place, sum) in other.tallies[theirs].sums.enumerated() where sum != 0 {
                tallies[index].sums[Int(places[place / 2]) * 2 + place % 2] += sum
            }
            for (place, values) in other.tallies[theirs].values.enumerated() {
                tallies[index].merge(values, slot: places[place / 2], isDoubtful: place % 2 == 1)
            }
        }
    }

    /// Takes other numbers for the texts that its groups are of.
    mutating func recode(_ space: Space, _ codes: [Int32: Int32]) {
        func recoded(_ value: Int64, _ type: ValueType?) -> Int64 {
            type?.isText == true && value != Missing.integer ? Int64(codes[Int32(value)] ?? Missing.code) : value
        }
        groups = GroupSlots(
            groups.keys.map { key in
                GroupKey(
                    day: key.day, member: recoded(key.member, space.member?.expression.type),
                    value: recoded(key.value, space.split?.type))
            })
    }

    /// Makes it ready to be read: every tally has room for every group.
    mutating func finish() {
        for tally in tallies.indices { makeRoom(in: tally) }
    }

    /// Packs what is only read from now on.
    mutating func pack() {
        for tally in tallies.indices { tallies[tally].pack() }
    }

    private mutating func makeRoom(in tally: Int) {
        tallies[tally].counts.makeRoom(for: keys.count)
    }

    private mutating func makeRoomForSums(in tally: Int) {
        let missing = keys.count * 2 - tallies[tally].sums.count
        if missing > 0 { tallies[tally].sums.append(contentsOf: repeatElement(0, count: missing)) }
    }
}
