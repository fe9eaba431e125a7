import Definitions
import Tables
import Testing

/// The first line of a register, as the test spells it.
private let titles =
    "kpi,statistic,period,dimension,member,value,numerator,denominator,unit,run,as_of,released_on,to,ref"

@Suite("Releases")
struct ReleaseTests {
    private static let line =
        "C01,share,2025-09,all,all,92.5,37,40,percent,3f9a1c2b0d41,2025-10-08,2025-10-09,\"Panel, the\",12/25"

    private func faults(_ text: String) -> [String] { Fixture(["force/releases.csv": text]).faults() }

    @Test("a line is read as it was written, with either line end", arguments: ["\n", "\r\n"])
    func read(end: String) throws {
        let text = [titles, Self.line, ""].joined(separator: end)
        let definition = try Fixture(["force/releases.csv": text]).load()
        #expect(
            definition.releases == [
                Release(
                    kpi: "C01", statistic: "share", period: try #require(Period(parsing: "2025-09")), dimension: "all",
                    member: "all", value: 92.5, numerator: 37, denominator: 40, unit: "percent", run: "3f9a1c2b0d41",
                    asOf: CivilDate(year: 2025, month: 10, day: 8),
                    releasedOn: CivilDate(year: 2025, month: 10, day: 9), to: "Panel, the", reference: "12/25", line: 2)
            ])
        // It is one of the files that a run is made from and keeps.
        #expect(definition.files.contains { $0.path == "force/releases.csv" })
    }

    @Test(
        "no register, an empty one and one without releases release nothing",
        arguments: ["", "\n", titles, titles + "\n"])
    func none(text: String) throws {
        #expect(try Fixture(["force/releases.csv": text]).load().releases == [])
    }

    @Test("a header that is another is refused")
    func wrongHeader() {
        #expect(
            faults("kpi,period\nC01,2025-09\n") == [
                """
                force/releases.csv:1: error: the columns of releases.csv are not those of a register of releases [E0285]
                    help: its first line is `\(titles)`
                """
            ])
    }

    @Test("a cell that cannot be read is named with its line and what is expected")
    func cells() {
        let bad = Self.line.replacing("2025-09,", with: "Sept 25,")
        #expect(
            faults("\(titles)\n\(Self.line)\n\(bad)\n") == [
                """
                force/releases.csv:3: error: `period` of a release is `Sept 25` [E0285]
                    help: write a period such as 2026-09, 2026-Q3, FY2026-27, R12-2026-09 or 2025-10..2026-06
                """
            ])
        let others = [
            ("92.5", "much"), (",37,", ",x,"), (",40,", ",-4,"), ("3f9a1c2b0d41", "RUN"), ("2025-10-08", "8.10.2025"),
            ("2025-10-09", ""), ("\"Panel, the\"", ""), (",12/25", ""), ("C01", ""),
        ]
        for (right, wrong) in others {
            let found = faults("\(titles)\n\(Self.line.replacing(right, with: wrong))\n")
            #expect(
                found.count >= 1 && found.allSatisfy { $0.hasPrefix("force/releases.csv:2: ") }, "\(wrong): \(found)")
        }
    }

    @Test("a KPI that was retired is a warning: what was released stays released")
    func retired() {
        #expect(
            faults("\(titles)\n\(Self.line.replacing("C01", with: "C09"))\n") == [
                """
                force/releases.csv:2: warning: there is no KPI `C09` any more: how far its release has moved cannot be told \
                [E0285]
                    help: did you mean `C01`?
                """
            ])
    }
}
