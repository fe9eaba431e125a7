/// Rows by slot and class. Rows of a statistic are of few of all classes that there are, and only these have room.
struct ClassCounts: Sendable {
    let classes: Int
    /// By class its place among those of a slot, -1 for one that no row is of.
    private var places: [Int]
    /// Classes in the order of their places.
    private(set) var present: [Int] = []
    private var slots = 0
    private var counts = SlimCounts()

    init(classes: Int) {
        self.classes = classes
        places = Array(repeating: -1, count: classes)
    }

    /// How many rows of a slot are of a class.
    func count(_ class: Int, in slot: Int) -> Int32 {
        let place = places[`class`]
        return place < 0 ? 0 : counts[slot * present.count + place]
    }

    /// Those of a slot, in the order of the classes that are present.
    func counts(in slot: Int) -> some Collection<Int32> {
        (slot * present.count..<(slot + 1) * present.count).lazy.map { [counts] in counts[$0] }
    }

    /// What the groups of some slots add up to, up to each: of none, of the first, of the first two; by class that is present.
    func runningTotals(over slots: some Collection<Int>) -> [Int] {
        counts.runningTotals(over: slots, width: present.count)
    }

    /// Room for so many slots.
    mutating func makeRoom(for slots: Int) {
        guard slots > self.slots else { return }
        self.slots = slots
        counts.makeRoom(for: slots * present.count)
    }

    /// Counts rows by what those of their word are.
    mutating func add(_ cells: [SpaceTally.Cell], as classes: [UInt8]) {
        makeRoom(of: Set(classes).subtracting([RowClass.outside]).sorted().map { Int($0) })
        counts.add(cells, places: classes.map { places[Int($0)] }, width: present.count)
    }

    /// Adds what others count; `slots` are here what theirs are there.
    mutating func merge(_ other: ClassCounts, slots: [Int32]) {
        makeRoom(of: other.present)
        counts.add(other.counts, rows: slots, places: other.present.map { places[$0] }, width: present.count)
    }

    /// Room for more classes.
    private mutating func makeRoom(of classes: [Int]) {
        let width = present.count
        for found in classes where places[found] < 0 {
            places[found] = present.count
            present.append(found)
        }
        if present.count > width { counts = counts.widened(from: width, to: present.count, rows: slots) }
    }
}
