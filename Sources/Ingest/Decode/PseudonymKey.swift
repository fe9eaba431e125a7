import Crypto
import Glibc
import Tables

/// The secret that turns telephone numbers into pseudonyms which nobody without it can compute or compare.
package struct PseudonymKey: Sendable {
    let key: SymmetricKey
    /// The first eight hexadecimal digits of the key's SHA-256: tells readers of two runs whether pseudonyms compare.
    package let id: String

    init(bytes: [UInt8]) {
        key = SymmetricKey(data: bytes)
        id = hexadecimal(SHA256.hash(data: bytes).prefix(4))
    }

    /// Reads a key file that nobody but its owner can read.
    package static func load(_ path: String) throws -> PseudonymKey {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unusable(path, SystemError(number: errno)) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw unusable(path, SystemError(number: errno)) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Diagnostic(
                code: "E0292", "the pseudonym key is not an ordinary file", at: .init(file: path), help: making(path))
        }
        guard status.st_mode & 0o077 == 0 else {
            throw Diagnostic(
                code: "E0293",
                "the pseudonym key can be read by others (mode \(String(status.st_mode & 0o777, radix: 8))); "
                    + "400 or 600 was expected",
                at: .init(file: path),
                help:
                    "chmod 600 \(path); if others may have read it, make a new key: all pseudonyms then change"
            )
        }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
        guard count >= 0 else { throw unusable(path, SystemError(number: errno)) }
        guard count >= 32 else {
            throw Diagnostic(
                code: "E0294", "the pseudonym key has \(count) bytes; at least 32 were expected", at: .init(file: path),
                help: making(path))
        }
        return PseudonymKey(bytes: Array(bytes.prefix(count)))
    }

    private static func unusable(_ path: String, _ error: SystemError) -> Diagnostic {
        guard error.isAbsence else {
            return Diagnostic(
                code: "E0812", "the pseudonym key cannot be read: \(error.words)", at: .init(file: path),
                help: "let the account that runs the pipeline own the file, with mode 400 or 600")
        }
        return Diagnostic(
            code: "E0291", "there is no pseudonym key; a column of type pseudonym needs one", at: .init(file: path),
            help: making(path))
    }

    private static func making(_ path: String) -> String {
        "make one with: (umask 077; head -c 32 /dev/urandom > \(path))"
    }
}

/// Lower-case hexadecimal digits of some bytes.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: hexadecimalDigits(bytes), as: UTF8.self)
}

/// The same, each digit as a byte.
@inline(__always)
func hexadecimalDigits(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(32)
    for byte in bytes {
        text.append(hexadecimalDigit(byte >> 4))
        text.append(hexadecimalDigit(byte & 15))
    }
    return text
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
