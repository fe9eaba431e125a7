import Definitions

/// How the records of a file are found in its text.
struct RecordForm: Sendable {
    let file: DiscoveredFile
    let dialect: Dialect
    let layout: RecordLayout
    let parser: RecordParser
}
