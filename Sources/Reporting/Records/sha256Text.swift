import Crypto

/// The SHA-256 of bytes in 64 lower-case hexadecimal digits, as `sha256sum` prints it.
package func sha256Text(_ bytes: [UInt8]) -> String { hexText(SHA256.hash(data: bytes)) }

/// The bytes of a digest in lower-case hexadecimal digits.
func hexText(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
}
