import Compute
import FoundationEssentials
import Ingest
package import Tables

/// What `run.json` says that pages need.
package struct PublishedRun: Sendable, Decodable {
    struct Program: Decodable, Sendable {
        let version: String
    }

    struct Rule: Decodable, Sendable {
        let rule: String
        let source: String?
        let table: String?
        let file: String?
        let column: String
        let action: String
        let count: Int
        let checked: Int?
    }

    struct Gate: Decodable, Sendable {
        let source: String
        let outcome: String
        let because: String?
    }

    struct Column: Decodable, Sendable {
        let table: String
        let column: String
        let because: String
    }

    struct Uncomputed: Decodable, Sendable {
        let kpi: String
        let state: String
        let because: String
    }

    struct Finding: Decodable, Sendable {
        let severity: String
        let code: String
        let message: String
        let file: String?
        let line: Int?
        let column: Int?
    }

    struct Link: Decodable, Sendable {
        let table: String
        let relation: String
        let target: String
        let rows: Int
        let without_key: Int
        let unmatched: Int
    }

    package let schema: Int
    package let run: String
    package let as_of: String
    let force: String
    let marking: String
    let profile: String
    let program: Program
    let rules: [Rule]
    let links: [Link]?
    let gates: [Gate]
    let not_supplied: [String]
    let unusable_columns: [Column]
    let uncomputed: [Uncomputed]
    let warnings: [Finding]

    /// Reads the record, which must be of the shape that this program writes.
    package init(_ bytes: [UInt8]) throws(Diagnostic) {
        do {
            self = try JSONDecoder().decode(PublishedRun.self, from: Data(bytes))
        } catch {
            throw Diagnostic(
                code: "E0494", "run.json is not a record that this program can read",
                help: "render the run again with the program that made it, or run again")
        }
        guard schema == schemaNumber else {
            throw Diagnostic(
                code: "E0494", "the run's files are of shape \(schema); this program reads shape \(schemaNumber)",
                help: "render the run again with the program that made it, or run again")
        }
    }
}

extension PublishedRun {
    var header: PageMaterial.Header? {
        guard let day = CivilDate(as_of), let profile = PageMaterial.Header.Profile(rawValue: profile) else {
            return nil
        }
        return PageMaterial.Header(
            force: force, marking: marking, asOf: day, run: run, programVersion: program.version, profile: profile)
    }

    var ruleLines: [PageMaterial.RuleLine] {
        rules.map { rule in
            let kind: PageMaterial.RuleLine.PlaceKind =
                rule.source != nil ? .source : rule.table != nil ? .table : .file
            return PageMaterial.RuleLine(
                rule: rule.rule, place: rule.source ?? rule.table ?? rule.file ?? "", kind: kind, column: rule.column,
                action: rule.action, count: rule.count, checked: rule.checked)
        }
    }

    var linkCounts: [LinkCount] {
        (links ?? []).map {
            LinkCount(
                table: $0.table, relation: $0.relation, target: $0.target, rows: $0.rows, withoutKey: $0.without_key,
                unmatched: $0.unmatched)
        }
    }

    var unusable: [UnusableColumn] {
        unusable_columns.map { UnusableColumn(table: $0.table, column: $0.column, because: $0.because) }
    }

    var figuresUncomputed: [UncomputedFigure] {
        uncomputed.compactMap { figure in
            FigureRow.State(rawValue: figure.state).map {
                UncomputedFigure(kpi: figure.kpi, state: $0, because: figure.because)
            }
        }
    }

    var findings: [Diagnostic] {
        warnings.compactMap { finding in
            Diagnostic.Severity(rawValue: finding.severity).map { severity in
                Diagnostic(
                    severity, code: finding.code, finding.message,
                    at: finding.file.map {
                        Diagnostic.Location(file: $0, line: finding.line, column: finding.column)
                    })
            }
        }
    }
}
