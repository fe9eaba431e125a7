/// Who may read what (CONTRACTS section 1): readers of figures a group, whole rows nobody but us.
package enum Modes {
    package static let outputFolder: UInt32 = 0o750
    package static let outputFile: UInt32 = 0o640
    package static let stateFolder: UInt32 = 0o700
    package static let stateFile: UInt32 = 0o600
    /// Read by the collector of another user.
    package static let metricsFile: UInt32 = 0o644
    /// The group that reads published figures, where the machine has it.
    package static let readers = "pipeline-read"
    /// The group that reads lists of rows.
    package static let listReaders = "pipeline-detail"
}
