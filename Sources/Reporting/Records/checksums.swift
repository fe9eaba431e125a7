/// `SHA256SUMS` as `sha256sum -c` reads it: one line a file, sorted by the bytes of the path.
package func checksums(of files: [RenderedFile]) -> RenderedFile {
    let sorted = files.sorted { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
    let text = sorted.map { "\(sha256Text($0.bytes))  \($0.path)\n" }.joined()
    return RenderedFile(path: "SHA256SUMS", bytes: Array(text.utf8))
}
