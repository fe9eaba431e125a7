import GRDB
package import Tables

/// What every run of a force said, and every attempt at one: the memory beside the published tree.
///
/// No figure is made from it. Whoever calls treats whatever it throws as a warning.
package final class History: Sendable {
    package static let fileName = "history.sqlite"

    let path: String
    let queue: DatabaseQueue

    init(path: String, queue: DatabaseQueue) {
        self.path = path
        self.queue = queue
    }

    /// Adds an attempt that starts now. Attempts that started and never ended are marked: the caller holds the lock, so
    /// nobody is at work on them any more.
    package func begin(_ attempt: KeptAttempt, endingOthers: Bool) throws(Diagnostic) -> Int64 {
        try writing { database in
            if endingOthers {
                try database.execute(
                    sql: "UPDATE attempt SET outcome = ? WHERE outcome = ?",
                    arguments: [KeptAttempt.didNotEnd, KeptAttempt.running])
            }
            try database.execute(
                sql: """
                    INSERT INTO attempt (started, process, host, as_of, outcome) VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [attempt.started, attempt.process, attempt.host, attempt.asOf, KeptAttempt.running])
            return database.lastInsertedRowID
        }
    }

    /// Completes an attempt.
    package func end(_ id: Int64, as attempt: KeptAttempt) throws(Diagnostic) {
        try writing { database in
            try database.execute(
                sql: """
                    UPDATE attempt SET ended = ?, outcome = ?, exit_code = ?, as_of = ?, run = ?, message = ? WHERE id = ?
                    """,
                arguments: [
                    attempt.ended, attempt.outcome, attempt.exitCode, attempt.asOf, attempt.run, attempt.message, id,
                ])
        }
    }

    /// The last attempts, newest first.
    package func attempts(last count: Int) throws(Diagnostic) -> [KeptAttempt] {
        try reading { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT started, process, host, as_of, ended, outcome, exit_code, run, message FROM attempt
                    ORDER BY id DESC LIMIT ?
                    """, arguments: [count]
            ).map { row in
                KeptAttempt(
                    started: text(row, 0) ?? "", process: integer(row, 1) ?? 0, host: text(row, 2) ?? "",
                    asOf: text(row, 3), ended: text(row, 4), outcome: text(row, 5) ?? "", exitCode: integer(row, 6),
                    run: text(row, 7), message: text(row, 8))
            }
        }
    }

    func writing<Value: Sendable>(_ work: (Database) throws -> Value) throws(Diagnostic) -> Value {
        do { return try queue.write(work) } catch { throw History.trouble(error, path) }
    }

    func reading<Value: Sendable>(_ work: (Database) throws -> Value) throws(Diagnostic) -> Value {
        do { return try queue.read(work) } catch { throw History.trouble(error, path) }
    }
}

/// Cells are taken as they are found: a damaged file may hold anything, and GRDB's own subscripts trap on it.
func text(_ row: Row, _ place: Int) -> String? { String.fromDatabaseValue(row[place]) }

func integer(_ row: Row, _ place: Int) -> Int? { Int.fromDatabaseValue(row[place]) }

func number(_ row: Row, _ place: Int) -> Double? { Double.fromDatabaseValue(row[place]) }
