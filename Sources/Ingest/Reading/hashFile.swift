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
    let digits = Array("0123456789abcdef".utf8)
    let text = hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
}
