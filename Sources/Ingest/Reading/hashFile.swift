import Crypto

/// The SHA-256 of a file's bytes on disk, by which a run names exactly what it read.
func hashFile(_ input: InputFile) throws -> String {
    var hash = SHA256()
    var offset = 0
    while offset < input.size {
        try Task.checkCancellation()
        let block = try input.read(at: offset, count: 1 << 20)
        hash.update(data: block)
        offset += block.count
    }
    return hexadecimal(hash.finalize())
}
