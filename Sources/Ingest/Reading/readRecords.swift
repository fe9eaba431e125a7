package import Definitions
import Tables

/// Reads a file in concurrent chunks. `each` turns a chunk's records into a partial result, inside the chunk's own task; it
/// may run twice for a chunk, and one result is then dropped. `fold` takes the results in the order of the file.
///
/// Neither `jobs` nor `chunkBytes` nor `parser` changes what is read, nor which of several errors is thrown.
package func readRecords<Partial: Sendable>(
    of file: DiscoveredFile, dialect: Dialect, layout: RecordLayout, jobs: Int, chunkBytes: Int,
    parser: RecordParser = .native, hashing: Bool = true,
    each: @escaping @Sendable (inout ChunkRecords) async throws -> Partial,
    fold: (Partial, ChunkPosition) throws -> Void
) async throws -> FileSummary {
    let input = try InputFile(file)
    let beginning = try firstBytes(of: input, count: 2048)
    let markLength = try TextMark.length(in: beginning, encoding: dialect.encoding, file: file)
    // What an archive holds is not what lies on the disk.
    let hash = hashing && !file.isGzip ? RunningHash(beginning.prefix(markLength)) : nil
    let chunks = ChunkTasks(
        input: input, form: RecordForm(file: file, dialect: dialect, layout: layout, parser: parser),
        markLength: markLength, chunkBytes: chunkBytes, jobs: jobs, hash: hash, each: each)
    var state = ChunkFold<Partial>(position: markLength)

    // Running tasks are at most `jobs`, and chunks not yet folded at most twice as many, so that neither a slow chunk nor a
    // slow fold lets memory grow.
    try await withThrowingTaskGroup(of: ChunkEvent<Partial>.self) { group in
        var running = 0
        if hashing, hash == nil {
            group.addTask { .hashed(try hashFile(input)) }
            running += 1
        }
        while true {
            while running < max(1, jobs), let step = state.nextStep(chunks, alive: 2 * max(1, jobs)) {
                group.addTask { await chunks.run(step) }
                running += 1
            }
            if try state.foldNext(fold) { continue }
            guard running > 0 else { break }
            guard let event = try await group.next() else { break }
            running -= 1
            try state.take(event)
        }
    }
    try Task.checkCancellation()
    try input.checkUnchanged()
    return try state.summary(input, markLength: markLength, chunks, sha256: hash?.digits)
}
