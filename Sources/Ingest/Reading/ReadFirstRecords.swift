package import Definitions
import Tables

/// Reads the first `count` records of a file (fewer when it ends before): titles and the header, which must be known before
/// the rest can be read.
package func readFirstRecords(of file: DiscoveredFile, dialect: Dialect, count: Int) throws -> RecordBatch {
    throw Diagnostic(code: "E0600", "not yet")
}
