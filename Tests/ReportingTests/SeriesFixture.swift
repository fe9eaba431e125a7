import Definitions
import Foundation
import Tables
import Testing

@testable import Compute
@testable import Reporting

/// Our own definitions with a small force, and months of its figures as they would have been computed.
struct SeriesFixture {
    let definition: PipelineDefinition

    static let calendar = """
        breaks:
        - { id: switchboard, on: 2025-09-01, figures: [C06], label: A switchboard answers first, authority: CM/19, rebase: yes }
        excluded:
        - { id: outage, from: 2026-05-14, to: 2026-05-16, figures: [C01, C06], reason: ACD outage, authority: CM/31 }
        """

    init(calendar: String = calendar) throws {
        let peel = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Pipelines/peel")
        var files: [PipelineDefinition.DefinitionFile] = []
        for folder in ["schema", "tables", "kpis", "calendars", ""] {
            let place = folder.isEmpty ? peel : peel.appending(path: folder)
            for name in try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
            where name.hasSuffix(".yaml") {
                let path = folder.isEmpty ? "peel/\(name)" : "peel/\(folder)/\(name)"
                files.append(.init(path: path, bytes: Array(try Data(contentsOf: place.appending(path: name)))))
            }
        }
        let force = "force: Test\nextends: peel\ninputs: in\nmarking: OFFICIAL\n"
        files.append(.init(path: "test/pipeline.yaml", bytes: Array(force.utf8)))
        files.append(.init(path: "test/calendar.yaml", bytes: Array(calendar.utf8)))
        definition = try loadPipeline(files: files, folder: "test")
    }

    func figure(_ id: String) throws -> FigureDefinition {
        try #require(definition.figures.first { $0.id == id })
    }

    /// Months of shares out of a thousand, from October 2024 on; nothing is a month without a line.
    func months(
        of kpi: String, _ values: [Double?], statistic: String = "share", states: [Int: FigureRow.State] = [:],
        standard: FigureRow.Standard? = nil
    ) -> [FigureRow] {
        values.enumerated().compactMap { place, value in
            let month = 9 + place
            let day = CivilDate(year: 2024 + month / 12, month: month % 12 + 1, day: 1)
            guard let value else { return nil }
            var row = FigureRow(
                kpi: kpi, statistic: statistic, period: Period(.month, containing: day), dimension: "all", member: "all"
            )
            row.value = value
            row.numerator = (value * 10).rounded()
            row.denominator = 1000
            row.state = states[place] ?? .ok
            row.standard = standard
            return row
        }
    }

    func material(
        _ results: [FigureRow], breakdowns: [FigureRow] = [], triangles: [TriangleRow] = [],
        uncomputed: [UncomputedFigure] = []
    ) -> PageMaterial {
        PageMaterial(
            header: PageMaterial.Header(
                force: "Test", marking: "OFFICIAL", asOf: CivilDate(year: 2026, month: 9, day: 30),
                run: "0123456789ab", programVersion: "0.1.0", profile: .internal),
            definition: definition, results: results, breakdowns: breakdowns, exclusions: [], triangles: triangles,
            evidence: [], comparisons: [], uncomputed: uncomputed, sources: [], rules: [], leftOutSources: [],
            notSupplied: [], unusable: [], warnings: [])
    }

    func series(of kpi: String, _ rows: [FigureRow], statistic: String? = nil) throws -> FigureSeries {
        try #require(
            FigureSeries(of: try figure(kpi), statistic: statistic, in: FigureRows(material(rows)), definition))
    }
}
