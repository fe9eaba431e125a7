import Synchronization
import Tables

/// Tallies ready to be read again and again, each packed by a task of its own.
func packed(_ tallies: consuming [SpaceTally], jobs: Int) async throws -> [SpaceTally] {
    // Handed over, so that no task packs a copy beside what another still holds.
    let waiting = Mutex(tallies.map(Optional.some))
    let count = tallies.count
    tallies = []
    return try await concurrently(count, jobs: jobs) { place in
        var tally = waiting.withLock { waiting in
            defer { waiting[place] = nil }
            return waiting[place]
        }
        tally?.pack()
        return tally
    }.compactMap { $0 }
}
