package import Definitions
import Tables

/// Reads a file in concurrent chunks. `each` turns a chunk's records into a partial result, inside the chunk's own task;
/// it may run twice for a chunk and one result is then dropped. `fold` takes the results in the order of the file.
///
/// Neither `jobs` nor `chunkBytes` changes what is read.
package func readRecords<Partial: Sendable>(
    of file: DiscoveredFile, dialect: Dialect, layout: RecordLayout, jobs: Int, chunkBytes: Int, hashing: Bool = true,
    each: @escaping @Sendable (RecordBatch) throws -> Partial,
    fold: (Partial, ChunkPosition) throws -> Void
) async throws -> FileSummary {
    throw Diagnostic(code: "E0600", "not yet")
}
