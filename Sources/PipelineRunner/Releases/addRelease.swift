package import Definitions
import Reporting
import RunStore
package import Tables

/// Adds a line to a force's `releases.csv`, or begins it. The file's own line ends are kept; the file is replaced whole.
package func addRelease(_ release: Release, to folder: String) throws(Diagnostic) {
    let path = "\(folder)/\(Release.fileName)"
    var bytes: [UInt8] = []
    // A new file is as readable as the definitions beside it.
    var mode = (try? System.mode(of: "\(folder)/pipeline.yaml")) ?? Modes.outputFile
    switch System.kind(of: path) {
    case nil: break
    case .file:
        bytes = try System.read(path)
        mode = try System.mode(of: path)
    case .folder, .link, .other:
        throw Diagnostic(
            code: "E0601", "\(path) is not a plain file", help: "put the register itself there, then release again")
    }
    let hasHeader = bytes.contains { $0 != 10 && $0 != 13 && $0 != 32 }
    var line = CSVWriter(header: Release.columns)
    let headerLength = line.bytes.count
    line.text(release.kpi)
    line.text(release.statistic)
    line.text(release.period.id)
    line.text(release.dimension)
    line.text(release.member)
    line.number(release.value)
    line.number(release.numerator)
    line.integer(release.denominator)
    line.text(release.unit)
    line.text(release.run)
    line.text("\(release.asOf)")
    line.text("\(release.releasedOn)")
    line.text(release.to)
    line.text(release.reference)
    line.endRecord()
    let isPlain = bytes.contains(10) && !bytes.contains(13)
    if hasHeader, let last = bytes.last, last != 10 { bytes += isPlain ? [10] : [13, 10] }
    let added = hasHeader ? Array(line.bytes.dropFirst(headerLength)) : line.bytes
    bytes = (hasHeader ? bytes : []) + (isPlain ? added.filter { $0 != 13 } : added)
    try replaceFile(path, bytes, mode: mode)
}
