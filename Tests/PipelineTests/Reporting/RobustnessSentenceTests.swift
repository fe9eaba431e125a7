import Compute
import Definitions
import Expressions
import Reporting
import Tables
import Testing

@Suite("What explain adds in words")
struct RobustnessSentenceTests {
    @Test("whether the verdict survives")
    func robustness() {
        var row = shareRow(1128, of: 1222, .met)
        #expect(robustnessSentence(row) == nil)
        row.isRobust = true
        #expect(
            robustnessSentence(row)
                == "The verdict would be the same at the lowest and highest that unknown rows allow.")
        row.isRobust = false
        row.verdictsAtBounds = .init(lowest: .notMet, highest: .metWithinChance)
        #expect(
            robustnessSentence(row)
                == "The verdict would not be the same at the lowest and highest that unknown rows allow: "
                + "not met at the lowest, met (within chance) at the highest.")
    }

    @Test("the limit taken the other way, and which way the rows go")
    func boundary() throws {
        let test = try #require(BoundaryTest(of: timed("wait < 10 s"), in: pipeline))
        var row = shareRow(1128, of: 1222, .met)
        for (hits, rows, words) in [
            (1140, 12, "93.3% (12 rows more)"), (1127, 1, "92.2% (1 row fewer)"),
            (1128, 0, "92.3% (no row lies at the limit)"),
            (1129, 3, "92.4% (3 rows differ)"),
        ] {
            row.boundary = .init(value: Double(hits) * 100 / 1222, rows: rows)
            #expect(boundarySentence(row, test, unit: .percent) == "With `<=` for `<`: \(words).")
        }
        row.boundary = .init(value: nil, rows: 0)
        #expect(boundarySentence(row, test, unit: .percent) == nil)
        let both = try #require(BoundaryTest(of: timed("wait >= 5 s", "wait <= 10 s"), in: pipeline))
        #expect(turnedSigns(both) == "`>` for `>=` and `<` for `<=`")
    }

    @Test("from what was considered to what was counted")
    func waterfall() {
        var row = shareRow(1128, of: 1222, .met)
        row.considered = 1280
        row.missing = 8
        row.excluded = 50
        row.notEvidenced = 3
        #expect(
            waterfallLines(row, exclusions: [("test", 12), ("never", 0), ("short_abandon", 38)]) == [
                "considered       1,280",
                "  less              12  test",
                "  less               0  never",
                "  less              38  short_abandon",
                "  less               0  not yet due",
                "  less               8  missing a value that is needed",
                "leaves           1,222  in the figure",
                "  of them            3  without evidence, counted against",
                "  of them        1,128  counted",
            ])
    }

    @Test("what stands beside a figure, and what a difference is of")
    func companions() {
        let rows = [shareRow(1076, of: 1222, .notMet)]
        #expect(
            companionLines(rows, pipeline) == [
                "By another clock or definition:",
                "  C01 88.1% (1,076 of 1,222): 999 answered in under 10 seconds; clock: first offer to first human",
            ])
        #expect(companionLines([], pipeline).isEmpty)
        #expect(
            sideLines(rows, pipeline) == [
                "Of:              C01 88.1% (1,076 of 1,222): 999 answered in under 10 seconds"
            ])
    }

    @Test("a table of fixed rows, as it stands on a day")
    func reference() {
        let table = ReferenceTable(
            name: "grade_targets", key: ["grade", "place"],
            validity: .init(from: "valid_from", until: "valid_until"),
            columns: [
                .init(name: "grade", type: .text), .init(name: "place", type: .text),
                .init(name: "valid_from", type: .date), .init(name: "valid_until", type: .date),
                .init(name: "within", type: .duration),
            ],
            rows: [
                [.text("1"), .text("urban"), .missing, .integer(20_544), .integer(720_000)],
                [.text("1"), .text("urban"), .integer(20_544), .missing, .integer(900_000)],
                [.text("1"), .text("rural"), .missing, .missing, .integer(1_200_000)],
            ], owner: "peel", authority: "Policing Pledge 2008", location: .init(file: "tables/targets.yaml"))
        #expect(
            referenceLines(table, on: CivilDate(days: 20_544)) == [
                "grade_targets of peel, in force on 2026-04-01: within by grade, place", "  1, urban: 15 min",
                "  1, rural: 20 min", "  says who: Policing Pledge 2008",
            ])
        #expect(referenceLines(table, on: CivilDate(days: 20_543))[1] == "  1, urban: 12 min")
        #expect(referenceLines(table, on: CivilDate(days: 20_544), limit: 1)[2] == "  and 1 more")
    }

    private var pipeline: PipelineDefinition {
        PipelineDefinition(
            folder: "Pipelines/test", force: "Test", marking: "OFFICIAL",
            folders: .init(inputs: "in", output: "out", state: "state"), timeZone: "Europe/London",
            csvByteOrderMark: false, schemas: [], sources: [], rules: [], settings: [], standards: [], tables: [],
            figures: [figure()], leftOut: [], warnings: [], files: [])
    }

    /// A figure whose hit is that all the given limits on `wait` hold.
    private func timed(_ limits: String...) -> FigureDefinition {
        let terms = limits.map { text in
            let parts = text.split(separator: " ")
            let sign = TypedExpression.Comparison(rawValue: String(parts[1])) ?? .equal
            return TypedExpression(
                .compare(
                    sign, TypedExpression(.column("wait", of: .own), .duration),
                    TypedExpression(.integer((Int64(parts[2]) ?? 0) * 1000), .duration)), .flag)
        }
        let plain = figure()
        return FigureDefinition(
            id: plain.id, name: plain.name, isHeadline: true, table: plain.table, period: plain.period,
            among: plain.among, amongText: plain.amongText, due: nil, missing: .leaveOut,
            measure: .share(terms.count == 1 ? terms[0] : TypedExpression(.and(terms), .flag)), measureText: "",
            unit: .percent, better: .higher, standard: nil, by: [], clock: nil, basis: nil, note: nil, question: nil,
            findings: [], variantOf: nil, needsResolution: nil, owner: "peel", hash: "", change: nil, examples: [],
            location: plain.location)
    }
}
