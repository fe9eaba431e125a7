import Logging
import RunStore
import Synchronization
import Tables

/// The log of one attempt: stages with their times and counts, findings by code and place. It is given no value of the
/// data, because messages may quote a label of an export.
final class RunLog: Sendable {
    private let logger: Logger
    private let lines: LogLines
    private let now: @Sendable () -> Int64
    private let last: Mutex<Int64>

    init(_ path: String, now: @escaping @Sendable () -> Int64) {
        lines = LogLines(path)
        self.now = now
        last = Mutex(now())
        let handler = JSONLogHandler(lines: lines, now: now)
        logger = Logger(label: "pipeline") { _ in handler }
        note("run started", [("process", System.processID)], texts: [("version", programVersion)])
    }

    /// What kept the log from being written, if anything did.
    var trouble: Diagnostic? { lines.trouble }

    /// A stage that ended, with what it counted and the milliseconds since the one before.
    func note(_ message: String, _ counts: [(String, Int)] = [], texts: [(String, String)] = []) {
        let time = now()
        let elapsed = last.withLock { last in
            defer { last = time }
            return time - last
        }
        var metadata: Logger.Metadata = ["milliseconds": .stringConvertible(Int(elapsed))]
        for (name, count) in counts { metadata[name] = .stringConvertible(count) }
        for (name, text) in texts { metadata[name] = .string(text) }
        logger.info("\(message)", metadata: metadata)
    }

    /// A finding, without its words.
    func note(_ finding: Diagnostic) {
        var metadata: Logger.Metadata = ["code": .string(finding.code)]
        if let location = finding.location {
            metadata["file"] = .string(location.file)
            if let line = location.line { metadata["line"] = .stringConvertible(line) }
        }
        let level: Logger.Level =
            switch finding.severity {
            case .error: .error
            case .warning: .warning
            case .note: .notice
            }
        logger.log(level: level, "finding", metadata: metadata)
    }
}
