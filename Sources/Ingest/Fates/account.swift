import Definitions
import Tables

extension SourceRows {
    /// Where the records of each file went. A ledger that does not add up is a fault of ours and stops the run.
    func accounts(state: FileAccount.State) throws(Diagnostic) -> [FileAccount] {
        var accounts: [FileAccount] = []
        for (file, rows) in zip(files, summary.files) {
            var ledger = Ledger()
            ledger.header = file.headers
            ledger.skipped = file.skipped
            ledger.physical = file.headers + file.skipped + file.rows.count
            ledger.accepted = rows.count(.accepted)
            ledger.rejected = rows.count(.rejected)
            ledger.superseded = rows.count(.superseded)
            ledger.removed = rows.count(.removed)
            ledger.duplicate = rows.count(.duplicate)
            ledger.afterAsOf = rows.count(.afterAsOf)
            guard ledger.accountedFor == ledger.physical else {
                throw Diagnostic(
                    code: "E0910",
                    "\(file.file.name) has \(ledger.physical) records and \(ledger.accountedFor) are accounted for",
                    help: "report this: it is a fault of the program")
            }
            accounts.append(
                FileAccount(
                    source: definition.name, file: file.file.name, sha256: file.sha256, bytes: file.bytes,
                    exportDate: file.file.exportDate, state: state, ledger: ledger,
                    newest: rows.span?.upperBound))
        }
        guard files.reduce(0, { $0 + $1.rows.count }) == rowCount,
            rejections.count == summary.files.reduce(0, { $0 + $1.count(.rejected) })
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
