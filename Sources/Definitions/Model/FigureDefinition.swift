package import Expressions
package import Tables

/// One KPI: what is counted, out of what, over which time, and what it is held against.
package struct FigureDefinition: Sendable {
    package enum Better: String, Sendable, CaseIterable {
        case higher, lower, none
    }

    package enum MissingRule: String, Sendable, CaseIterable {
        /// A row without the value counts against the force.
        case miss
        case leaveOut = "leave_out"
    }

    package let id: String
    package let name: String
    /// One of the force's headline figures; variants and companions are not.
    package let isHeadline: Bool
    package let table: String
    /// The time or date column that decides the period.
    package let period: String
    package internal(set) var among: Selection
    /// `among` as written, for readers.
    package let amongText: String
    /// The instant or day after which a row counts.
    package let due: TypedExpression?
    package let missing: MissingRule
    package let measure: Measure
    package let measureText: String
    package let unit: Unit
    package let better: Better
    package let standard: String?
    /// Names of the table's dimensions.
    package let by: [String]
    package let clock: String?
    package let basis: String?
    package let note: String?
    package let question: String?
    package let findings: [String]
    package let variantOf: String?
    /// The coarsest resolution, in milliseconds, that the times it reads may have.
    package let needsResolution: Int64?
    /// Canonical tables that it makes no sense without, although they read as empty where they are not supplied.
    package let needsTables: [String]
    /// Further columns that `explain` shows of each row, so that a reader sees why it stands where it does.
    package let shows: [String]
    /// The plausible limits of a measured value, as stored: what an unknown one can be in the bounds of a mean.
    package let range: ClosedRange<Int64>?
    /// What a mean or a ratio is multiplied by: 100 for arrests per hundred crimes.
    package let times: Int
    /// True for a row whose story is not finished: a period with too many of them is `immature` (setting
    /// `immature_above`).
    package let immature: TypedExpression?
    /// The share again for each month since the period's month.
    package let triangle: Triangle?
    /// The id under which rows of benchmarks stand for this figure.
    package let compare: String?
    /// Ours (`peel`) or the force's name.
    package let owner: String
    /// Six or more hexadecimal digits that change when the definition does, whatever its spelling.
    package internal(set) var hash: String
    /// A change the force made to our definition, with its reason.
    package let change: Change?
    package let examples: [Example]
    package let location: Diagnostic.Location

    package struct Change: Sendable {
        package let because: String
        package let by: String
        package let on: String
        package let fields: [String]

        package init(because: String, by: String, on: String, fields: [String]) {
            self.because = because
            self.by = by
            self.on = on
            self.fields = fields
        }
    }

    /// How far the rows of a month had come after each number of months (LANGUAGE X22).
    package struct Triangle: Sendable, Hashable {
        /// When a row's share became true.
        package let until: TypedExpression
        /// The last number of months since.
        package let upTo: Int

        package init(until: TypedExpression, upTo: Int) {
            self.until = until
            self.upTo = upTo
        }
    }

    /// A few rows and the value they must give, run by `check`.
    package struct Example: Sendable {
        /// Canonical source columns by name, as texts.
        package let rows: [[String: String]]
        /// By statistic, in the unit of results.
        package let expected: [String: Double?]
        package let location: Diagnostic.Location

        package init(rows: [[String: String]], expected: [String: Double?], location: Diagnostic.Location) {
            self.rows = rows
            self.expected = expected
            self.location = location
        }
    }

    package init(
        id: String, name: String, isHeadline: Bool, table: String, period: String, among: Selection, amongText: String,
        due: TypedExpression?, missing: MissingRule, measure: Measure, measureText: String, unit: Unit, better: Better,
        standard: String?, by: [String], clock: String?, basis: String?, note: String?, question: String?,
        findings: [String], variantOf: String?, needsResolution: Int64?, range: ClosedRange<Int64>? = nil,
        owner: String,
        hash: String, change: Change?, examples: [Example], location: Diagnostic.Location,
        needsTables: [String] = [], shows: [String] = [], times: Int = 1, immature: TypedExpression? = nil,
        triangle: Triangle? = nil, compare: String? = nil
    ) {
        self.id = id
        self.name = name
        self.isHeadline = isHeadline
        self.table = table
        self.period = period
        self.among = among
        self.amongText = amongText
        self.due = due
        self.missing = missing
        self.measure = measure
        self.measureText = measureText
        self.unit = unit
        self.better = better
        self.standard = standard
        self.by = by
        self.clock = clock
        self.basis = basis
        self.note = note
        self.question = question
        self.findings = findings
        self.variantOf = variantOf
        self.needsResolution = needsResolution
        self.needsTables = needsTables
        self.shows = shows
        self.range = range
        self.times = times
        self.immature = immature
        self.triangle = triangle
        self.compare = compare
        self.owner = owner
        self.hash = hash
        self.change = change
        self.examples = examples
        self.location = location
    }
}

extension FigureDefinition {
    /// The same figure over fewer rows: those for which these conditions are true too.
    package func narrowed(to conditions: [TypedExpression]) -> FigureDefinition {
        var narrowed = self
        narrowed.among = Selection(conditions: among.conditions + conditions, exclusions: among.exclusions)
        return narrowed
    }
}
