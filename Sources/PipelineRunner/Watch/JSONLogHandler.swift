import Logging
import Reporting

/// Writes each entry of a log as one JSON object on a line of its own.
struct JSONLogHandler: LogHandler {
    let lines: LogLines
    let now: @Sendable () -> Int64
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    var logLevel: Logger.Level = .info

    init(lines: LogLines, now: @escaping @Sendable () -> Int64) {
        self.lines = lines
        self.now = now
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, given in given }
        let members = all.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
            JSON.Member($0.key, value($0.value))
        }
        let entry = JSON.object(
            [
                .init("time", .text(utcText(now()))), .init("level", .text(event.level.rawValue)),
                .init("message", .text("\(event.message)")),
            ] + members)
        lines.add(entry.bytes)
    }

    private func value(_ value: Logger.Metadata.Value) -> JSON {
        if case .stringConvertible(let number as Int) = value { return .integer(number) }
        return .text("\(value)")
    }
}
