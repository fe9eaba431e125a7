import Testing

@testable import RunStore

@Suite("Publication")
struct PublicationTests {
    @Test("a run lies under its as-of date")
    func folder() {
        #expect(
            Publication(output: "/a").folder(asOf: "2026-09-30", run: "0123456789ab") == "/a/2026-09-30/0123456789ab")
    }
}
