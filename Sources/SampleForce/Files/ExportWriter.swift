import Foundation
import Tables

/// One export, written record by record so that no size of force has to be held.
final class ExportWriter {
    private(set) var truth: FileTruth
    /// The fates on the night after.
    private(set) var tomorrow: FileTruth
    private let format: ExportFormat
    private let path: String
    private let isPacked: Bool
    private let file: FileHandle
    private var buffer: [UInt8] = []
    private var count = 0

    init(_ format: ExportFormat, date: String, below folder: String, isPacked: Bool = true, tree: Tree) throws {
        self.format = format
        self.isPacked = isPacked
        let name = "\(format.folder)/\(format.stem)_\(date).\(format.ending)"
        truth = FileTruth(source: format.source, file: isPacked ? name + ".gz" : name)
        tomorrow = truth
        path = "\(tree.root)/\(folder)/\(name)"
        file = try tree.create("\(folder)/\(name)")
        if format.encoding == .utf8WithMark { buffer += [0xEF, 0xBB, 0xBF] }
        for title in format.titles {
            line(title.isEmpty ? ExportText.stamp(date) : title)
            truth.skipped += 1
        }
        line(format.headers.joined(separator: format.delimiter))
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
        if format.hasGrandTotal {
            line("Grand Total,\(count)" + String(repeating: ",", count: format.headers.count - 2))
            truth.skipped += 1
        }
        if format.hasControl {
            line("Total records: \(count)")
            truth.skipped += 1
            truth.controlTotal = count
        }
        try flush()
        try file.close()
        if isPacked { try tree.pack(path) }
        return truth
    }

    private func line(_ text: String) {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            buffer += text.utf8
        } else {
            buffer += encode(text, format.encoding)
        }
        buffer += format.lineEnd.utf8
    }

    private func flush() throws {
        try file.write(contentsOf: buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
