import Synchronization
import Tables

/// Tallies ready to be read again and again, each packed by a task of its own.
func packed(_ tallies: consuming [SpaceTally], jobs: Int) async throws -> [SpaceTally] {
    // Those of most groups take longest: they come first, so that all tasks end together.
    let groups = tallies.map(\.keys.count)
    let order = groups.indices.sorted { (groups[$1], $0) < (groups[$0], $1) }
    // Handed over, so that no task packs a copy beside what another still holds.
    let waiting = Mutex(tallies.map(Optional.some))
    tallies = []
    let packed = try await concurrently(order.count, jobs: jobs) { place in
        var tally = waiting.withLock { waiting in
            defer { waiting[order[place]] = nil }
            return waiting[order[place]]
        }
        tally?.pack()
        return (place: order[place], tally: tally)
    }
    return packed.sorted { $0.place < $1.place }.compactMap(\.tally)
}
