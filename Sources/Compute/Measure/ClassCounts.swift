/// Rows by slot and class. Rows of a statistic are of few of all classes that there are, and only these have room.
struct ClassCounts: Sendable {
    let classes: Int
    /// By class its place among those of a slot, -1 for one that no row is of.
    private var places: [Int]
    /// Classes in the order of their places.
    private(set) var present: [Int] = []
    private var slots = 0
    private var counts: [Int32] = []

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
    func counts(in slot: Int) -> ArraySlice<Int32> {
        counts[slot * present.count..<(slot + 1) * present.count]
    }

    /// Room for so many slots.
    mutating func makeRoom(for slots: Int) {
        guard slots > self.slots else { return }
        self.slots = slots
        counts.append(contentsOf: repeatElement(0, count: slots * present.count - counts.count))
    }

    /// Counts rows by what those of their word are.
    mutating func add(_ cells: [SpaceTally.Cell], as classes: [UInt8]) {
        makeRoom(of: Set(classes).subtracting([RowClass.outside]).sorted().map { Int($0) })
        let (width, places) = (present.count, places)
        var counts = counts.mutableSpan
        for cell in cells {
            let place = places[Int(classes[Int(cell.code)])]
            if place >= 0 { counts[Int(cell.slot) * width + place] += cell.rows }
        }
    }

    /// Adds what others count; `slots` are here what theirs are there.
    mutating func merge(_ other: ClassCounts, slots: [Int32]) {
        makeRoom(of: other.present)
        let theirs = other.present.map { places[$0] }
        for slot in 0..<other.slots {
            let first = Int(slots[slot]) * present.count
            for (place, count) in zip(theirs, other.counts(in: slot)) where count != 0 {
                counts[first + place] += count
            }
        }
    }

    /// Room for more classes.
    private mutating func makeRoom(of classes: [Int]) {
        let width = present.count
        for found in classes where places[found] < 0 {
            places[found] = present.count
            present.append(found)
        }
        guard present.count > width else { return }
        var wider = [Int32](repeating: 0, count: slots * present.count)
        for slot in 0..<slots {
            for place in 0..<width { wider[slot * present.count + place] = counts[slot * width + place] }
        }
        counts = wider
    }
}
