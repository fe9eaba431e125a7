import Tables

/// Hands over the raw bytes of records, one call each, reading the file once from front to back and never holding more
/// than one record. `records` ascend by offset.
package func readRecordBytes(
    of file: DiscoveredFile, at records: [(offset: Int64, length: Int32)], each: ([UInt8]) throws -> Void
) throws {
    throw Diagnostic(code: "E0600", "not yet")
}
