/// What a whole file held, for its account.
package struct FileSummary: Sendable, Hashable {
    /// Bytes on disk.
    package let bytes: Int
    /// Bytes of text: those on disk, unpacked.
    package let textBytes: Int
    /// Records, titles, headers and malformed ones included; blank lines are none.
    package let records: Int
    package let blankLines: Int
    /// Physical lines.
    package let lines: Int
    /// Bytes of all records, blank lines and the byte order mark; equals `textBytes`, or reading has failed.
    package let unitBytes: Int
    /// Of the bytes on disk, in lower-case hexadecimal; nothing when no hash was asked for.
    package let sha256: String?
}
