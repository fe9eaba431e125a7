/// Whether a file of a run is a page, a chart or the workbook: what can be rendered again from the rest of it.
package func isRendered(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    switch parts.count {
    case 1: return path.hasSuffix(".html") || path.hasSuffix(".xlsx")
    case 2: return (parts[0] == "kpi" && path.hasSuffix(".html")) || (parts[0] == "charts" && path.hasSuffix(".svg"))
    default: return false
    }
}

/// The checksums and paths of a `SHA256SUMS`; nothing when it is not one.
package func readChecksums(_ bytes: [UInt8]) -> [(sum: String, path: String)]? {
    var found: [(String, String)] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        let sum = line.prefix(64)
        let path = line.dropFirst(66)
        guard sum.utf8.count == 64, line.dropFirst(64).hasPrefix("  "), !path.isEmpty, !path.hasPrefix("/"),
            !path.split(separator: "/").contains("..")
        else { return nil }
        found.append((String(sum), String(path)))
    }
    return found.isEmpty ? nil : found
}
