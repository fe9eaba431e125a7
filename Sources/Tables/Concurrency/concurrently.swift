/// Runs `body` for every index in child tasks, at most `jobs` at a time, and returns the results in order of index.
package func concurrently<Result: Sendable>(
    _ count: Int, jobs: Int, _ body: @escaping @Sendable (Int) async throws -> Result
) async throws -> [Result] {
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
        var results = [Result?](repeating: nil, count: count)
        var next = 0
        func start() {
            let index = next
            next += 1
            group.addTask {
                try Task.checkCancellation()
                return (index, try await body(index))
            }
        }
        while next < min(max(1, jobs), count) { start() }
        while let (index, result) = try await group.next() {
            results[index] = result
            if next < count { start() }
        }
        return results.compactMap { $0 }
    }
}
