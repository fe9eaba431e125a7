import Definitions
import Tables

extension SourceRows {
    /// The most findings listed of one kind; counts are exact whatever it is.
    private static var listed: Int { 20 }

    /// Lists rejected records, the first few of each reason with their place and the shape of the value, then how many
    /// more there are.
    mutating func listRejections() throws {
        var shown: [Int: Int] = [:]
        var counts = Array(repeating: 0, count: reasons.count)
        for rejection in rejections.sorted(by: { $0.row < $1.row }) {
            let reason = Int(rejection.reason)
            counts[reason] += 1
            if counts[reason] <= SourceRows.listed { shown[Int(rejection.row)] = reason }
        }
        var texts: [Int: String] = [:]
        var current: (file: Int, cells: RecordCells)?
        // Only a fault of a cell has a text to show.
        try readBytes(of: shown.filter { reasons[$0.value].column >= 0 }.keys.sorted()) { record, bytes in
            if current?.file != record.file { current = (record.file, RecordCells(files[record.file], of: self)) }
            guard let reason = shown[record.row] else { return }
            let text = current?.cells.text(column: Int(reasons[reason].column), of: bytes)
            texts[record.row] = text.map { shape(of: $0) }
        }
        for (number, reason) in reasons.enumerated() {
            let what = "\(definition.name): \(describe(reason))"
            for row in shown.keys.sorted() where shown[row] == number {
                let shape = texts[row].map { $0.isEmpty ? "" : ", its shape is `\($0)`" } ?? ""
                findings.append(
                    Diagnostic(
                        .warning, code: reason.code, what + shape,
                        at: .init(file: files[self.file(of: row)].file.name, line: Int(records.line(of: row)))))
            }
            let more = counts[number] - SourceRows.listed
            if more > 0 {
                findings.append(Diagnostic(.warning, code: reason.code, "\(what): and \(grouped(more)) more"))
            }
        }
    }
}
