import Definitions
import Tables
import Testing

/// The hash of a figure changes when its meaning does, and only then.
@Suite struct HashTests {
    private func hash(_ files: [String: String] = [:], of id: String = "C01") throws -> String {
        try #require(try Fixture(files).load().figures.first { $0.id == id }).hash
    }

    private let kpis = "base/kpis/calls.yaml"
    private let table = "base/tables/calls.yaml"

    @Test func twelveHexadecimalDigits() throws {
        let hash = try hash()
        #expect(hash.count == 12)
        #expect(hash.allSatisfy { "0123456789abcdef".contains($0) })
    }

    @Test func spellingDoesNotMatter() throws {
        let before = try hash()
        let spelled = Fixture.kpis.replacing(
            "share: wait < 10 s", with: "# a comment\n  share: \"(wait)  <  10000 ms\""
        )
        .replacing("answered in 10 s", with: "another name").replacing("[queue]", with: "queue")
        #expect(try hash([kpis: spelled]) == before)
        let reordered = Fixture.table.replacing("dimensions:", with: "# x\ndimensions:")
            .replacing("columns:", with: "columns:\n  unused: wait + 1 s")
        #expect(try hash([table: reordered]) == before)
    }

    @Test func meaningDoes() throws {
        let before = try hash()
        let changed = [
            try hash([kpis: Fixture.kpis.replacing("wait < 10 s", with: "wait <= 10 s")]),
            try hash([kpis: Fixture.kpis.replacing("better: higher", with: "better: none")]),
            try hash([kpis: Fixture.kpis.replacing("among: urgent and", with: "among: busy and")]),
            try hash([kpis: Fixture.kpis.replacing("better: higher", with: "better: higher\n  due: offered_at + 1 h")]),
            try hash([table: Fixture.table.replacing("short: wait <", with: "short: wait <=")]),
            try hash([table: Fixture.table.replacing("short: wait", with: "brief: wait")]),
            try hash([
                table: Fixture.table.replacing("elapsed(offered_at, answered_at)", with: "answered_at - offered_at")
            ]),
            try hash(["force/settings.yaml": "settings:\n- { short: 6 s, authority: x }"]),
            try hash(["force/settings.yaml": "settings:\n- { short: 6 s, from: 2026-01-01, authority: x }"]),
        ]
        #expect(!changed.contains(before))
        #expect(Set(changed).count == changed.count)
    }

    @Test func aSettingThatItDoesNotReadDoesNotMatter() throws {
        #expect(try hash(["force/settings.yaml": "settings:\n- { repeats: 4, authority: x }"]) == (try hash()))
    }
}
