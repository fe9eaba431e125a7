/// `SHA256SUMS` as `sha256sum -c` reads it: one line a file, sorted by the bytes of the path.
package func checksums(_ files: [(sum: String, path: String)]) -> RenderedFile {
    let sorted = files.sorted { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
    let text = sorted.map { "\($0.sum)  \($0.path)\n" }.joined()
    return RenderedFile(path: "SHA256SUMS", bytes: Array(text.utf8))
}
