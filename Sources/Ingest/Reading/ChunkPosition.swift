/// What comes before a chunk, known only when chunks are folded in order.
package struct ChunkPosition: Sendable, Hashable {
    /// Physical lines before the chunk: the file's line of a record is `lineBase + lines[record]`.
    package let lineBase: Int
    /// Records before the chunk, malformed ones included.
    package let recordBase: Int
    /// Bytes of the file on disk that have been dealt with once the chunk is folded, for progress.
    package let bytesRead: Int
}
