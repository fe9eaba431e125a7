package import Compute
package import Definitions
package import Ingest
package import Tables

/// Everything that pages, charts and the workbook are rendered from: what the published tables and records of a run hold,
/// and the definitions published with it. Nothing of the exports, no clock, no machine.
///
/// `run` makes one from what it has computed, `report` from a published folder; both give the same pages.
package struct PageMaterial: Sendable {
    /// What every page says of its run.
    package struct Header: Sendable, Hashable {
        package enum Profile: String, Sendable {
            case `internal`
        }

        package let force: String
        package let marking: String
        package let asOf: CivilDate
        package let run: String
        package let programVersion: String
        package let profile: Profile

        package init(
            force: String, marking: String, asOf: CivilDate, run: String, programVersion: String, profile: Profile
        ) {
            self.force = force
            self.marking = marking
            self.asOf = asOf
            self.run = run
            self.programVersion = programVersion
            self.profile = profile
        }
    }

    /// One file of an export, as `sources.csv` has it.
    package struct SourceFile: Sendable, Hashable {
        package let source: String
        package let file: String
        package let sha256: String
        package let exportDate: String
        package let ledger: Ledger
        /// Local, such as `2026-09-30T23:43:36+01:00`; empty without one.
        package let newestRecord: String
        package let expectedBy: String
        package let state: String

        package init(
            source: String, file: String, sha256: String, exportDate: String, ledger: Ledger, newestRecord: String,
            expectedBy: String, state: String
        ) {
            self.source = source
            self.file = file
            self.sha256 = sha256
            self.exportDate = exportDate
            self.ledger = ledger
            self.newestRecord = newestRecord
            self.expectedBy = expectedBy
            self.state = state
        }
    }

    /// How often a quality rule failed, as `run.json` has it.
    package struct RuleLine: Sendable, Hashable {
        package enum PlaceKind: String, Sendable {
            case source, table, file
        }

        package let rule: String
        /// A source, a derived table or a published file.
        package let place: String
        package let kind: PlaceKind
        package let column: String
        package let action: String
        package let count: Int
        package let checked: Int?

        package init(
            rule: String, place: String, kind: PlaceKind = .source, column: String, action: String, count: Int,
            checked: Int?
        ) {
            self.rule = rule
            self.place = place
            self.kind = kind
            self.column = column
            self.action = action
            self.count = count
            self.checked = checked
        }
    }

    package let header: Header
    package let definition: PipelineDefinition
    /// Totals, sorted by key.
    package let results: [FigureRow]
    /// Members of dimensions, sorted by key.
    package let breakdowns: [FigureRow]
    package let exclusions: [ExclusionRow]
    package let triangles: [TriangleRow]
    package let evidence: [FindingRow]
    package let comparisons: [ComparisonRow]
    /// Shares among those of many forces.
    package let funnels: [FunnelRow]
    package let uncomputed: [UncomputedFigure]
    package let sources: [SourceFile]
    package let rules: [RuleLine]
    /// How rows lead from one export to another.
    package let links: [LinkCount]
    /// Sources that a gate stopped and that are left out, with the reason.
    package let leftOutSources: [LeftOutSource]
    /// Canonical tables that no source supplies.
    package let notSupplied: [String]
    package let unusable: [UnusableColumn]
    package let warnings: [Diagnostic]
    /// The releases that the figures no longer repeat.
    package let moved: [MovedRelease]

    package init(
        header: Header, definition: PipelineDefinition, results: [FigureRow], breakdowns: [FigureRow],
        exclusions: [ExclusionRow], triangles: [TriangleRow], evidence: [FindingRow], comparisons: [ComparisonRow],
        uncomputed: [UncomputedFigure], sources: [SourceFile], rules: [RuleLine], leftOutSources: [LeftOutSource],
        notSupplied: [String], unusable: [UnusableColumn], warnings: [Diagnostic],
        links: [LinkCount] = [], funnels: [FunnelRow] = []
    ) {
        self.header = header
        self.definition = definition
        self.results = results
        self.breakdowns = breakdowns
        self.exclusions = exclusions
        self.triangles = triangles
        self.evidence = evidence
        self.comparisons = comparisons
        self.funnels = funnels
        self.uncomputed = uncomputed
        self.sources = sources
        self.rules = rules
        self.links = links
        self.leftOutSources = leftOutSources
        self.notSupplied = notSupplied
        self.unusable = unusable
        self.warnings = warnings
        moved = movedReleases(definition, results, breakdowns)
    }
}
