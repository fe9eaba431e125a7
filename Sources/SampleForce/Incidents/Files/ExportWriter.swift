import Foundation
import Tables

/// One export of the command-and-control system, written record by record so that no size of force has to be held.
final class ExportWriter {
    private(set) var truth: FileTruth
    /// The fates on the night after.
    private(set) var tomorrow: FileTruth
    private let source: LogSource
    private let path: String
    private let isPacked: Bool
    private let file: FileHandle
    private var buffer: [UInt8] = []
    private var count = 0

    init(_ source: LogSource, date: String, below folder: String, isPacked: Bool = true, tree: Tree) throws {
        self.source = source
        self.isPacked = isPacked
        let name = "incidents/\(source.rawValue)_\(date).csv"
        truth = FileTruth(source: source.rawValue, file: isPacked ? name + ".gz" : name)
        tomorrow = truth
        path = "\(tree.root)/\(folder)/\(name)"
        file = try tree.create("\(folder)/\(name)")
        if source == .logs {
            line("Loamshire Police - Command and Control - Logs")
            line(ExportText.stamp(date))
            truth.skipped += 2
        }
        line(source.headers.joined(separator: source.delimiter))
    }

    /// Writes a record that ends as `fate`, and as another on the night after.
    func write(_ record: String, _ fate: Row.Fate, tomorrow next: Row.Fate) throws {
        line(record)
        count += 1
        truth.count(fate)
        tomorrow.count(next)
        if buffer.count > 1 << 20 { try flush() }
    }

    func plant(_ planted: FileTruth.Planted) {
        truth.planted.append(planted)
    }

    /// Writes the footer and packs the file.
    func close(_ tree: Tree) throws -> FileTruth {
        if source == .logs {
            line("Grand Total,\(count)" + String(repeating: ",", count: source.headers.count - 2))
            truth.skipped += 1
        }
        line("Total records: \(count)")
        truth.skipped += 1
        truth.controlTotal = count
        try flush()
        try file.close()
        if isPacked { try tree.pack(path) }
        return truth
    }

    private func line(_ text: String) {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            buffer += text.utf8
        } else {
            buffer += encode(text, source == .entries ? .utf8 : .windows1252)
        }
        buffer += [0x0D, 0x0A]
    }

    private func flush() throws {
        try file.write(contentsOf: buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
