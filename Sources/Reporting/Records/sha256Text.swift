import Crypto

/// The SHA-256 of bytes in 64 lower-case hexadecimal digits, as `sha256sum` prints it.
package func sha256Text(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    return String(SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
}
