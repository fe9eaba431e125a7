import Charts
import Compute
import Definitions
import Tables
import Testing

@testable import Reporting

/// Which figures a fault reaches, over the sample force's definitions.
@Suite("What faults do to figures")
struct FaultReachTests {
    private func material(
        rules: [PageMaterial.RuleLine] = [], unusable: [UnusableColumn] = [], uncomputed: [UncomputedFigure] = [],
        links: [LinkCount] = []
    ) throws -> PageMaterial {
        let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
        let definition = try loadPipeline(folder: "\(root)/Pipelines/loamshire")
        let header = PageMaterial.Header(
            force: definition.force, marking: definition.marking, asOf: CivilDate(year: 2026, month: 9, day: 30),
            run: "0123456789ab", programVersion: "0.1.0", profile: .internal)
        return PageMaterial(
            header: header, definition: definition, results: [], breakdowns: [], exclusions: [], triangles: [],
            evidence: [], comparisons: [], uncomputed: uncomputed, sources: [], rules: rules, leftOutSources: [],
            notSupplied: [], unusable: unusable, warnings: [], links: links)
    }

    private func line(_ rule: String, _ place: String, _ column: String, _ action: String) -> PageMaterial.RuleLine {
        PageMaterial.RuleLine(rule: rule, place: place, column: column, action: action, count: 3, checked: 100)
    }

    @Test("a rejected record reaches the figures of its table and none of another export")
    func rejected() throws {
        let reach = FaultReach(try material())
        let ids = Set(reach.figures(touchedBy: line("DQ05", "calls_cms", "offered_at", "reject")))
        #expect(ids.isSuperset(of: ["C01", "C06", "C07", "C09"]))
        #expect(ids.isDisjoint(with: ["I14", "I04", "R02"]))
    }

    @Test("a value that is not used reaches the figures that read it, however indirectly")
    func blanked() throws {
        let reach = FaultReach(try material())
        let ids = Set(reach.figures(touchedBy: line("DQ07", "crimes_niche", "withdrawal_at", "blank")))
        #expect(ids.contains("I14"))
        #expect(ids.isDisjoint(with: ["R01", "R05", "C01", "A01"]))
        #expect(reach.figures(touchedBy: line("DQ06", "cad_logs", "beat", "blank")).contains("I14") == false)
    }

    @Test("a rule over related rows reaches the figures that read what it compares")
    func related() throws {
        let reach = FaultReach(try material())
        let ids = Set(reach.figures(touchedBy: line("DQ21a", "crimes", "", "warn")))
        #expect(ids.contains("I02"))
        #expect(ids.isDisjoint(with: ["C01", "A01"]))
    }

    @Test("a column that cannot be used is named with the figures that it leaves without a value")
    func unusable() throws {
        let material = try material(
            unusable: [UnusableColumn(table: "crimes", column: "withdrawal_at", because: "holds whole minutes")],
            uncomputed: [UncomputedFigure(kpi: "I14", state: .notComputable, because: "needs crimes.withdrawal_at")])
        let text = firstSection(material, FigureLinks(material), FaultReach(material)).text
        #expect(
            text.contains(
                "crimes.withdrawal_at holds whole minutes; without a value: <a href=\"definitions.html#I14\">I14</a>"))
    }

    @Test("links are counted with what has no key and what leads nowhere")
    func links() throws {
        let link = LinkCount(
            table: "incidents", relation: "leg", target: "legs", rows: 1000, withoutKey: 150, unmatched: 4)
        let text = linkSection(try material(rules: [line("DQ23a", "incidents", "", "count")], links: [link])).text
        for cell in [
            "incidents to legs (leg)", ">1,000<", ">846<", ">150<", ">4<", ">15.4%<",
            "a log&#39;s call is among the calls",
        ] { #expect(text.contains(cell), "\(cell)") }
    }

    @Test("rules that take most come first, and those that never failed stand apart")
    func order() throws {
        let held = PageMaterial.RuleLine(
            rule: "DQ04", place: "outcomes", column: "", action: "reject", count: 0, checked: 10)
        let material = try material(rules: [
            line("DQ24", "cad_logs", "created_at", "count"), line("DQ07", "cad_logs", "closed_at", "blank"), held,
            line("DQ05", "cad_logs", "created_at", "reject"),
        ])
        let text = ruleSection(material).text
        let places = ["DQ05", "DQ07", "DQ24", "1 check that never failed", "DQ04"].compactMap {
            text.firstRange(of: $0)?.lowerBound
        }
        #expect(places.count == 5)
        #expect(places == places.sorted())
    }
}
