/// Reads many files in their order: those of no more than a chunk several at once, each by a task of its own, a larger one
/// alone and by all tasks. `fold` takes what the chunks gave in the order of files and chunks, between `begin` and `end` of
/// their file.
///
/// `read` reads the file of a number with so many tasks and hands over what each chunk gives. Which of several errors is
/// thrown does not depend on who comes first.
func readInOrder<Partial: Sendable>(
    _ sizes: [Int], chunkBytes: Int, jobs: Int,
    read: @escaping @Sendable (Int, _ jobs: Int, (Partial, ChunkPosition) throws -> Void) async throws -> FileSummary,
    begin: (Int) -> Void, fold: (Partial, ChunkPosition) throws -> Void, end: (Int, FileSummary) throws -> Void
) async throws {
    var next = 0
    while next < sizes.count {
        if jobs < 2 || sizes[next] > chunkBytes {
            begin(next)
            let summary = try await read(next, jobs, fold)
            try end(next, summary)
            next += 1
            continue
        }
        let group = next..<(sizes[next...].firstIndex { $0 > chunkBytes } ?? sizes.count)
        try await readSmall(group, jobs: jobs, read: read, begin: begin, fold: fold, end: end)
        next = group.upperBound
    }
}

/// All that a small file gave.
private struct WholeFile<Partial: Sendable>: Sendable {
    let parts: [(Partial, ChunkPosition)]
    let summary: FileSummary
}

private func readSmall<Partial: Sendable>(
    _ files: Range<Int>, jobs: Int,
    read: @escaping @Sendable (Int, _ jobs: Int, (Partial, ChunkPosition) throws -> Void) async throws -> FileSummary,
    begin: (Int) -> Void, fold: (Partial, ChunkPosition) throws -> Void, end: (Int, FileSummary) throws -> Void
) async throws {
    try await withThrowingTaskGroup(of: (Int, Result<WholeFile<Partial>, any Error>).self) { group in
        var ready: [Int: Result<WholeFile<Partial>, any Error>] = [:]
        var (started, folded, running) = (files.lowerBound, files.lowerBound, 0)
        while folded < files.upperBound {
            // As with chunks, a slow file at the front does not let memory grow.
            while running < jobs, started < files.upperBound, started - folded < 2 * jobs {
                let file = started
                group.addTask {
                    do {
                        var parts: [(Partial, ChunkPosition)] = []
                        let summary = try await read(file, 1) { parts.append(($0, $1)) }
                        return (file, .success(WholeFile(parts: parts, summary: summary)))
                    } catch {
                        return (file, .failure(error))
                    }
                }
                started += 1
                running += 1
            }
            if let result = ready.removeValue(forKey: folded) {
                let whole = try result.get()
                begin(folded)
                for (partial, position) in whole.parts { try fold(partial, position) }
                try end(folded, whole.summary)
                folded += 1
            } else if let (file, result) = try await group.next() {
                ready[file] = result
                running -= 1
            }
        }
    }
}
