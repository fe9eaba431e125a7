import PipelineRunner
import Testing

@Suite("A run's id is the fingerprint of what decides its bytes")
struct FingerprintTests {
    private func run(_ change: (SmallForce) throws -> Void = { _ in }, asOf: String = "2026-09-30") async throws
        -> String
    {
        let force = try SmallForce()
        try change(force)
        _ = await force.run(asOf: asOf)
        return try #require(force.latest?.split(separator: "/").last.map(String.init))
    }

    @Test("the same inputs in another folder have the same id; another byte, definition or day has another")
    func changes() async throws {
        let plain = try await run()
        #expect(plain.count == 12)
        #expect(plain.allSatisfy { $0.isHexDigit && !$0.isUppercase })
        #expect(try await run() == plain)
        #expect(try await run({ try $0.write(calls: SmallForce.calls(slow: 5)) }) != plain)
        #expect(try await run({ try $0.write(calls: SmallForce.calls(count: 1), dated: "20260901") }) != plain)
        #expect(try await run(asOf: "2026-10-01") != plain)
        let setting = "- { short_abandon: 10 s, authority: CM/14 }\n"
        #expect(
            try await run({ try $0.folder.write("Pipelines/small/settings.yaml", "settings:\n\(setting)") }) != plain)
    }
}
