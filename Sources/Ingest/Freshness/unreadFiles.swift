import Definitions
import Tables

/// The accounts of a source's files when none is read because the one that should be there is late.
func unreadFiles(of source: SourceDefinition, inputs: String, until: CivilDate) throws -> [FileAccount] {
    try discoverFiles(of: source, inputs: inputs, mayBeMissing: true).map { file in
        let isLater = file.exportDate.map { $0 > until } ?? false
        return FileAccount(unread: file, source: source.name, state: isLater ? .afterAsOf : .late)
    }
}
