import Glibc
import Ingest
import Reporting
import RunStore
import Synchronization

/// One line on a terminal that says how far reading has come; never anywhere else, so that logs stay clean.
final class ProgressLine: Sendable {
    private let started = System.now
    private let width = Mutex(0)

    /// Nothing where it would be in the way: no terminal, `--quiet`, or a terminal that cannot return to a line's start.
    init?(isQuiet: Bool) {
        guard !isQuiet, System.isTerminal(STDERR_FILENO), System.environment("TERM") != "dumb" else { return nil }
    }

    func show(_ progress: IngestProgress) {
        let text = ProgressLine.text(progress, elapsed: System.now - started)
        width.withLock { width in
            let padding = String(repeating: " ", count: max(0, width - text.count))
            width = text.count
            write("\r\(text)\(padding)")
        }
    }

    /// Leaves the line empty for what comes next.
    func clear() {
        width.withLock { width in
            if width > 0 { write("\r\(String(repeating: " ", count: width))\r") }
            width = 0
        }
    }

    /// `calls_acd: 1,234,567 rows, 312 MB/s, 3 s left`.
    static func text(_ progress: IngestProgress, elapsed: Int64) -> String {
        let seconds = max(Double(elapsed) / 1000, 0.001)
        let rate = Double(progress.bytes) / seconds
        let left = rate > 0 ? Double(max(0, progress.totalBytes - progress.bytes)) / rate : 0
        return
            "\(progress.source): \(groupedText(progress.rows)) rows, \(decimalText((rate / 1e5).rounded() / 10)) MB/s, "
            + "\(Int(left.rounded(.up))) s left"
    }

    private func write(_ text: String) {
        _ = try? System.send(Array(text.utf8), to: STDERR_FILENO, named: "standard error")
    }
}
