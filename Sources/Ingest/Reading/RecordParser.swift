/// What splits lines into cells. Never changes a record; made to be compared.
package enum RecordParser: String, Sendable, CaseIterable {
    /// Our own loop for lines that any reader reads alike, libcsv for all others.
    case native
    /// libcsv for every line.
    case libcsv
}
