import Definitions
import Tables

extension SourceRows {
    /// Where the records of each file went. A ledger that does not add up is a fault of ours and stops the run.
    func accounts(state: FileAccount.State, zone: ZoneTable) throws(Diagnostic) -> [FileAccount] {
        let times = times(zone: zone)
        var accounts: [FileAccount] = []
        for file in files {
            var ledger = Ledger()
            ledger.header = file.headers
            ledger.skipped = file.skipped
            ledger.physical = file.headers + file.skipped + file.rows.count
            var newest: Int64?
            for row in file.rows {
                switch fates[row] {
                case .accepted:
                    ledger.accepted += 1
                    if let time = times?.integer(at: row), time != Missing.integer {
                        newest = max(newest ?? time, time)
                    }
                case .rejected: ledger.rejected += 1
                case .superseded: ledger.superseded += 1
                case .removed: ledger.removed += 1
                case .duplicate: ledger.duplicate += 1
                case .afterAsOf: ledger.afterAsOf += 1
                }
            }
            guard ledger.accountedFor == ledger.physical else {
                throw Diagnostic(
                    code: "E0910",
                    "\(file.file.name) has \(ledger.physical) records and \(ledger.accountedFor) are accounted for",
                    help: "report this: it is a fault of the program")
            }
            accounts.append(
                FileAccount(
                    source: definition.name, file: file.file.name, sha256: file.sha256, bytes: file.bytes,
                    exportDate: file.file.exportDate, state: state, ledger: ledger, newest: newest))
        }
        guard files.reduce(0, { $0 + $1.rows.count }) == rowCount,
            rejections.count == fates.count(where: { $0 == .rejected })
        else {
            throw Diagnostic(
                code: "E0910", "\(definition.name): the files' records are not the source's records",
                help: "report this: it is a fault of the program")
        }
        return accounts
    }
}

extension FileAccount {
    /// A file that was found and not read.
    init(unread file: DiscoveredFile, source: String, state: State) {
        self.init(
            source: source, file: file.name, sha256: "", bytes: file.bytes, exportDate: file.exportDate, state: state,
            ledger: Ledger(), newest: nil)
    }
}
