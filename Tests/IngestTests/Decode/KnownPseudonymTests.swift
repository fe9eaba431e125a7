import Crypto
import Tables
import Testing

@testable import Ingest

/// Pseudonyms that were made before are the ones that would be made anew, however many there are and whoever asks.
@Suite struct KnownPseudonymTests {
    private static let key = PseudonymKey(bytes: Array(repeating: 7, count: 32))

    /// What the standard library of keyed hashes makes of a number that needs no spelling of its own.
    private func expected(_ number: [UInt8]) -> [UInt8] {
        let code = HMAC<SHA256>.authenticationCode(for: Array("pseudonym/1/caller/".utf8) + number, using: Self.key.key)
        return Array(hexadecimal(code.prefix(16)).utf8)
    }

    @Test func areThoseThatWouldBeMadeAnew() async throws {
        let pseudonymiser = Pseudonymiser(key: Self.key, column: "caller", withheld: ["0000", "withheld"])
        // More numbers than are kept, several tasks that meet the same ones at once, each twice.
        let wrong = try await concurrently(4, jobs: 4) { task in
            var wrong = 0
            for _ in 0..<2 {
                for number in 0..<35_000 {
                    let text = Array("1\(number + (task % 2) * 35_000)".utf8)
                    let made = pseudonymiser.pseudonym(of: text[...])
                    if number % 8 == 0, made != expected(text) { wrong += 1 }
                }
            }
            return wrong
        }
        #expect(wrong == [0, 0, 0, 0])
        for cell in ["0000", "Withheld", "0000"] { #expect(pseudonymiser.pseudonym(of: Array(cell.utf8)[...]) == nil) }
    }
}
