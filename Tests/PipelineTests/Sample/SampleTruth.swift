import Foundation
import Ingest

/// What was planted in the sample force's exports and what must come of it: `SampleData/TRUTH.json`.
struct SampleTruth: Decodable, Sendable {
    struct LedgerEntry: Decodable, Sendable {
        let physical, header, accepted, rejected, superseded, removed, duplicate, skipped, after_as_of: Int

        var ledger: Ledger {
            var ledger = Ledger()
            ledger.physical = physical
            ledger.header = header
            ledger.accepted = accepted
            ledger.rejected = rejected
            ledger.superseded = superseded
            ledger.removed = removed
            ledger.duplicate = duplicate
            ledger.skipped = skipped
            ledger.afterAsOf = after_as_of
            return ledger
        }
    }

    struct File: Decodable, Sendable {
        let source: String
        let file: String
        let ledger: LedgerEntry
    }

    struct Rule: Decodable, Sendable {
        let rule, source, column: String
        let count: Int
    }

    struct TableRule: Decodable, Sendable {
        let rule, table: String
        let count: Int
    }

    struct Code: Decodable, Sendable {
        let code, source, column: String
        let count: Int
    }

    struct Figure: Decodable, Sendable {
        let figure, statistic, month: String
        let numerator, value: Double?
        let denominator: Int
    }

    struct Arc: Decodable, Sendable {
        let arc: Int
        let expected: [String: Double]
    }

    struct SecondNight: Decodable, Sendable {
        let as_of: String
        let files: [File]
        let september_file: File
        let figures: [Figure]
        let incident_files: [File]
        let incident_figures: [Figure]
        let crime_files: [File]
        let crime_figures: [Figure]
        let suspect_files: [File]
        let suspect_figures: [Figure]
    }

    struct BadNight: Decodable, Sendable {
        let name: String
        let file: String
        let exit: Int32
    }

    let as_of: String
    let totals: LedgerEntry
    let rules: [Rule]
    let table_rules: [TableRule]
    let codes: [Code]
    let files: [File]
    let arcs: [Arc]
    let figures: [Figure]
    let figures_if_short_abandon_is_10_s: [Figure]
    let second_night: SecondNight
    let bad_nights: [BadNight]

    static func read() throws -> SampleTruth {
        let path = "\(SampleFolder.root)/SampleData/TRUTH.json"
        return try JSONDecoder().decode(SampleTruth.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    }

    /// The planted values of one arc.
    func expected(_ arc: Int) -> [String: Double] { arcs.first { $0.arc == arc }?.expected ?? [:] }
}
