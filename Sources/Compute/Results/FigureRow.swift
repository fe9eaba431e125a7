package import Tables

/// One line of `results.csv` or `breakdowns.csv` (CONTRACTS section 3), values in the figure's unit.
package struct FigureRow: Sendable, Hashable {
    package enum State: String, Sendable, Hashable, CaseIterable {
        case ok, part, immature, empty
        case notSupplied = "not_supplied"
        case notComputable = "not_computable"
        case leftOut = "left_out"
        case suppressed
    }

    package enum Verdict: String, Sendable, Hashable {
        case met
        case metWithinChance = "met_within_chance"
        case notMetWithinChance = "not_met_within_chance"
        case notMet = "not_met"
        case dependsOnUnknowns = "depends_on_unknowns"
        case referenceOnly = "reference_only"
        case noStandard = "no_standard"
        case tooFew = "too_few"
    }

    /// The standard in force on the first day of the period: one for all rows that it is in force for.
    package final class Standard: Sendable, Hashable {
        package let name: String
        package let rule: String
        package let value: Double
        /// The upper end of `between`.
        package let upper: Double?
        package let status: String

        package init(name: String, rule: String, value: Double, upper: Double?, status: String) {
            self.name = name
            self.rule = rule
            self.value = value
            self.upper = upper
            self.status = status
        }

        package static func == (left: Standard, right: Standard) -> Bool {
            left === right
                || (left.name == right.name && left.rule == right.rule && left.value == right.value
                    && left.upper == right.upper && left.status == right.status)
        }

        package func hash(into hasher: inout Hasher) { hasher.combine(name) }
    }

    /// What the rows of one member have in common.
    package final class Line: Sendable, Hashable {
        package let kpi: String
        package let statistic: String
        /// `all`, or a dimension's name.
        package let dimension: String
        /// `all`, a member's text, or `(not recorded)`.
        package let member: String

        package init(kpi: String, statistic: String, dimension: String, member: String) {
            self.kpi = kpi
            self.statistic = statistic
            self.dimension = dimension
            self.member = member
        }

        package static func == (left: Line, right: Line) -> Bool {
            left === right
                || (left.kpi == right.kpi && left.statistic == right.statistic && left.dimension == right.dimension
                    && left.member == right.member)
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(kpi)
            hasher.combine(statistic)
            hasher.combine(member)
        }
    }

    /// With stamps of whole seconds a share and its boundary value bracket the truth (LANGUAGE section 4).
    package struct Boundary: Sendable, Hashable {
        @Slim package private(set) var value: Double?
        package let rows: Int

        package init(value: Double?, rows: Int) {
            self.value = value
            self.rows = rows
        }
    }

    /// What the verdict rule says at either end of what unknown rows allow.
    package struct VerdictsAtBounds: Sendable, Hashable {
        package let lowest: Verdict
        package let highest: Verdict

        package init(lowest: Verdict, highest: Verdict) {
            self.lowest = lowest
            self.highest = highest
        }
    }

    /// A figure without regard to the spans that the force leaves out; few rows have one.
    package final class WithExcluded: Sendable, Hashable {
        package let value: Double?
        package let numerator: Double?
        package let denominator: Int?

        package init(value: Double?, numerator: Double?, denominator: Int?) {
            self.value = value
            self.numerator = numerator
            self.denominator = denominator
        }

        package static func == (left: WithExcluded, right: WithExcluded) -> Bool {
            left.value == right.value && left.numerator == right.numerator && left.denominator == right.denominator
        }

        package func hash(into hasher: inout Hasher) { hasher.combine(value) }
    }

    package let line: Line
    package let period: Period
    @Slim package var value: Double? = nil
    @Slim package var numerator: Double? = nil
    @Slim package var denominator: Int? = nil
    @Slim package var lower: Double? = nil
    @Slim package var upper: Double? = nil
    @Slim package var lowest: Double? = nil
    @Slim package var highest: Double? = nil
    @Slim package var considered: Int? = nil
    @Slim package var missing: Int? = nil
    @Slim package var notEvidenced: Int? = nil
    @Slim package var notDue: Int? = nil
    @Slim package var excluded: Int? = nil
    package var standard: Standard? = nil
    package var verdict: Verdict? = nil
    package var state: State = .ok
    package var flags: Flags = []
    /// Whether the verdict's word is the same at the lowest, the value and the highest; nothing without a verdict.
    package var isRobust: Bool? = nil
    package var verdictsAtBounds: VerdictsAtBounds? = nil
    /// The share of rows, in percent, whose story is not finished; nothing for a figure that declares none.
    @Slim package var openShare: Double? = nil
    /// The open share, in percent, above which the period is immature; nothing without an open share.
    @Slim package var immatureAbove: Double? = nil
    /// The same with the rows that an excluded period of the force leaves out; nothing where none does.
    package var withExcluded: WithExcluded? = nil
    /// A share with every limit taken the other way, `<` for `<=` and back, and how many rows that moves.
    package var boundary: Boundary? = nil

    package init(kpi: String, statistic: String, period: Period, dimension: String, member: String) {
        self.init(Line(kpi: kpi, statistic: statistic, dimension: dimension, member: member), in: period)
    }

    package init(_ line: Line, in period: Period) {
        self.line = line
        self.period = period
    }

    package var kpi: String { line.kpi }
    package var statistic: String { line.statistic }
    package var dimension: String { line.dimension }
    package var member: String { line.member }
}

/// How many rows one reason left out of a figure in a period; reasons in their declared order.
package struct ExclusionRow: Sendable, Hashable {
    package let kpi: String
    package let period: Period
    package let reason: String
    package let order: Int
    package let count: Int

    package init(kpi: String, period: Period, reason: String, order: Int, count: Int) {
        self.kpi = kpi
        self.period = period
        self.reason = reason
        self.order = order
        self.count = count
    }
}

/// Why a figure has no values in this run.
package struct UncomputedFigure: Sendable, Hashable {
    package let kpi: String
    package let state: FigureRow.State
    package let because: String

    package init(kpi: String, state: FigureRow.State, because: String) {
        self.kpi = kpi
        self.state = state
        self.because = because
    }
}

/// All figures of a run.
package struct ComputeResult: Sendable {
    /// Totals: week, month, quarter, financial year, rolling twelve months. Sorted by key.
    package let results: [FigureRow]
    /// Members of dimensions: month, financial year, rolling twelve months. Sorted by key; as many as were to be kept.
    package let breakdowns: [FigureRow]
    /// How many lines of members there are, kept or not.
    package let memberLines: Int
    package let exclusions: [ExclusionRow]
    package let triangles: [TriangleRow]
    /// What the figures say of each finding of the force's inspections.
    package let evidence: [FindingRow]
    /// Figures beside benchmarks of the same span.
    package let comparisons: [ComparisonRow]
    /// Shares among those of many forces for the same span.
    package let funnels: [FunnelRow]
    package let uncomputed: [UncomputedFigure]
    /// Failures of rules over derived tables, by rule and table.
    package let tableRuleCounts: [TableRuleCount]
    /// How rows lead from one export to another.
    package let links: [LinkCount]
    /// Warnings that only the tables as a whole give rise to.
    package let findings: [Diagnostic]

    package struct TableRuleCount: Sendable, Hashable {
        package let rule: String
        package let table: String
        package let count: Int
        package let checked: Int

        package init(rule: String, table: String, count: Int, checked: Int) {
            self.rule = rule
            self.table = table
            self.count = count
            self.checked = checked
        }
    }

    package init(
        results: [FigureRow], breakdowns: [FigureRow], memberLines: Int, exclusions: [ExclusionRow],
        uncomputed: [UncomputedFigure], tableRuleCounts: [TableRuleCount], findings: [Diagnostic] = [],
        triangles: [TriangleRow] = [],
        evidence: [FindingRow] = [], comparisons: [ComparisonRow] = [], funnels: [FunnelRow] = [],
        links: [LinkCount] = []
    ) {
        self.links = links
        self.results = results
        self.breakdowns = breakdowns
        self.memberLines = memberLines
        self.exclusions = exclusions
        self.triangles = triangles
        self.evidence = evidence
        self.comparisons = comparisons
        self.funnels = funnels
        self.uncomputed = uncomputed
        self.tableRuleCounts = tableRuleCounts
        self.findings = findings
    }
}
