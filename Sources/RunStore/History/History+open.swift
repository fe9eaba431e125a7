import GRDB
package import Tables

extension History {
    /// A history ready to be written, if there can be one, and what had to be done for it.
    package struct Opened: Sendable {
        package let history: History?
        /// It holds nothing yet: what published runs still say may be put in.
        package let isNew: Bool
        package let warnings: [Diagnostic]
    }

    /// Opens the history of a state folder to add to it. One that is missing is made; one that is damaged is put aside
    /// and made anew; one that a newer program wrote is left alone. Never throws: a run goes on without it.
    package static func open(state: String, today: String) -> Opened {
        let path = "\(state)/\(fileName)"
        do throws(Diagnostic) {
            return try prepared(path, isNew: System.kind(of: path) == nil)
        } catch {
            guard error.code == damaged else { return Opened(history: nil, isNew: false, warnings: [error.asWarning]) }
        }
        do throws(Diagnostic) {
            let aside = try putAside(path, today: today)
            let warning = Diagnostic(
                .warning, code: damaged, "the history was damaged and is begun again from the runs still published",
                help: "what it was lies in \(aside); no figure depends on it")
            let fresh = try prepared(path, isNew: true)
            return Opened(history: fresh.history, isNew: true, warnings: [warning])
        } catch {
            return Opened(history: nil, isNew: false, warnings: [error.asWarning])
        }
    }

    /// Opens the history to look at it: nothing where there is none.
    package static func look(state: String) throws(Diagnostic) -> History? {
        let path = "\(state)/\(fileName)"
        guard System.kind(of: path) != nil else { return nil }
        do {
            var configuration = configuration()
            configuration.readonly = true
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let isBegun = try queue.read { database in
                try refuseNewer(database)
                return try database.tableExists("publication")
            }
            return isBegun ? History(path: path, queue: queue) : nil
        } catch {
            throw trouble(error, path)
        }
    }

    /// Puts a history that turned out to be damaged out of the way, so that the next run begins another.
    package func abandon(today: String) {
        try? queue.close()
        _ = try? History.putAside(path, today: today)
    }

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        // A reader holds the file for moments; nobody may hold up a night for longer.
        configuration.busyMode = .timeout(1)
        // A run is put in while its files are made, and counts once they are published. Until then readers go on reading.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_spill = OFF") }
        return configuration
    }

    private static func prepared(_ path: String, isNew: Bool) throws(Diagnostic) -> Opened {
        switch System.kind(of: path) {
        case nil, .file: break
        case .folder, .link, .other:
            throw Diagnostic(
                code: unusable, "the history cannot be kept: \(path) is not a plain file", help: "remove or rename it")
        }
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration())
            let isEmpty = try queue.read { database in
                try refuseNewer(database)
                let verdict = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
                guard verdict == "ok" else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: verdict) }
                return try database.tableExists("publication") == false
            }
            try HistorySchema.migrator.migrate(queue)
            return Opened(history: History(path: path, queue: queue), isNew: isNew || isEmpty, warnings: [])
        } catch {
            throw trouble(error, path)
        }
    }

    private static func refuseNewer(_ database: Database) throws {
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        let isNewer =
            try version > HistorySchema.version
            || (database.tableExists("grdb_migrations") && HistorySchema.migrator.hasBeenSuperseded(database))
        if isNewer { throw NewerHistory() }
    }

    /// Gives the file, and what SQLite keeps beside it, another name; says which.
    private static func putAside(_ path: String, today: String) throws(Diagnostic) -> String {
        var aside = "\(path).corrupt-\(today)"
        var count = 1
        while System.kind(of: aside) != nil {
            count += 1
            aside = "\(path).corrupt-\(today)-\(count)"
        }
        try System.rename(path, to: aside)
        for end in ["-journal", "-wal", "-shm"] where System.kind(of: path + end) != nil {
            try System.rename(path + end, to: aside + end)
        }
        return aside
    }
}

/// A history written by a program that knows more than this one.
struct NewerHistory: Error {}
