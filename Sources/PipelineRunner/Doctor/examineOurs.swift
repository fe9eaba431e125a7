import Crypto
import RunStore
import Tables

/// Whether our definitions are as the package brought them: somebody who changed them changed figures without a trace in
/// the force's own.
func examineOurs(sums: String = "/var/lib/dpkg/info/pipeline.md5sums", root: String = "") -> [DoctorFinding] {
    guard let bytes = try? System.read(sums) else { return [] }
    let what = "our definitions"
    let files = String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line -> (String, String)? in
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        let path = String(parts[1].drop { $0 == " " })
        return path.hasPrefix("usr/share/pipeline/") ? (parts[0], "\(root)/\(path)") : nil
    }
    let changed = files.filter { sum, path in (try? System.read(path)).map(md5) != sum }.map(\.1)
    guard let first = changed.first else {
        return [DoctorFinding(what, "\(files.count) file\(files.count == 1 ? "" : "s"), as the package brought them")]
    }
    let more = changed.count > 1 ? " and \(changed.count - 1) more" : ""
    return [
        DoctorFinding(
            what, "\(first)\(more) not as the package brought \(changed.count == 1 ? "it" : "them")",
            remedy: "install the package again; what a force does otherwise belongs into its own kpis/changes.yaml")
    ]
}

/// The sum that Debian's packages carry; it finds accidents, not attackers.
private func md5(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
        decoding: Insecure.MD5.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self
    )
}
