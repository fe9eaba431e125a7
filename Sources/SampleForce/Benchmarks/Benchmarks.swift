/// Figures of others for the same KPIs: three national ones as published, those of three fictional forces that are most
/// like the sample's, and those of forty others. They follow from no seed.
enum Benchmarks {
    static let file = "benchmarks/benchmarks_20260401.csv"

    /// One published figure.
    struct Row {
        let kpi: String
        var statistic = ""
        let force: String
        let isMostSimilar: Bool
        var isArea = false
        let days: (first: String, last: String)
        var counts: (top: Int, bottom: Int)?
        var percent = ""
        let source: String
        let definition: String
    }

    static var rows: [Row] { national + (forces + OtherForces.all).flatMap(rows) }

    /// The year ending March 2023, before the sample begins: nothing of ours can stand beside it.
    private static var national: [Row] {
        [("I17", "5.7"), ("I20", "39.3"), ("I22", "8.0")].map { kpi, percent in
            Row(
                kpi: kpi, force: "England and Wales", isMostSimilar: false, isArea: true,
                days: ("2022-04-01", "2023-03-31"),
                percent: percent,
                source: "https://www.gov.uk/government/statistics/crime-outcomes-in-england-and-wales-2022-to-2023",
                definition: "crimes recorded in the year, without fraud and computer misuse; as first published")
        }
    }

    /// A fictional force's year 2025/26: crimes recorded, outcomes assigned, and counts in the order of `kinds`.
    struct Force {
        let name: String
        let recorded: Int
        let assigned: Int
        let counts: [Int]
        var isMostSimilar = true
    }

    private static let forces = [
        Force(
            name: "Borsetshire Police", recorded: 9_420, assigned: 9_105,
            counts: [801, 1_507, 3_586, 612, 928, 3_498, 2_371, 1_184, 1_124]),
        Force(
            name: "Westmarch Police", recorded: 12_075, assigned: 11_640,
            counts: [1_147, 2_113, 4_334, 966, 1_280, 4_295, 3_026, 1_483, 1_556]),
        Force(
            name: "Northvale Constabulary", recorded: 7_860, assigned: 7_514,
            counts: [559, 1_101, 3_207, 629, 676, 3_156, 1_954, 902, 826]),
    ]

    private static let kinds: [(kpi: String, statistic: String, isRecorded: Bool)] = [
        ("I17", "", true), ("I18", "", true), ("I20", "", true), ("I22", "", true),
        ("I25", "share:Charged or summonsed", false), ("I25", "share:No suspect identified", false),
        ("I25", "share:Evidential difficulties (victim does not support)", false),
        ("I25", "share:Evidential difficulties (victim supports)", false),
        ("I25", "share:Out of court (informal)", false),
    ]

    private static func rows(of force: Force) -> [Row] {
        zip(kinds, force.counts).map { kind, count in
            Row(
                kpi: kind.kpi, statistic: kind.statistic, force: force.name, isMostSimilar: force.isMostSimilar,
                days: ("2025-04-01", "2026-03-31"), counts: (count, kind.isRecorded ? force.recorded : force.assigned),
                source: "fictional",
                definition: kind.isRecorded
                    ? "crimes recorded in the year, outcomes as they stood at its end"
                    : "outcomes assigned in the year, whenever the crime was recorded")
        }
    }

    static var text: String {
        var lines = ["kpi,statistic,force,most_similar,area,from,to,numerator,denominator,percent,source,definition"]
        for row in rows {
            let counts = row.counts.map { ["\($0.top)", "\($0.bottom)"] } ?? ["", ""]
            let cells =
                [
                    row.kpi, row.statistic, row.force, row.isMostSimilar ? "Y" : "N", row.isArea ? "Y" : "N",
                    row.days.first, row.days.last,
                ]
                + counts + [row.percent, row.source, row.definition]
            lines.append(cells.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ","))
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }

    static var truth: FileTruth {
        var truth = FileTruth(source: "benchmarks", file: file)
        truth.accepted = rows.count
        return truth
    }
}
