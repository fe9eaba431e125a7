package import RunStore

/// Why a figure of one run is another in a later one, in the order in which the causes are taken apart.
package enum DiffCause: Int, Sendable, Hashable, CaseIterable, Comparable {
    case rows, settings, definitions, program

    package static func < (one: DiffCause, other: DiffCause) -> Bool { one.rawValue < other.rawValue }

    /// As a line of the answer begins.
    package var title: String {
        switch self {
        case .rows: "rows"
        case .settings: "settings and standards"
        case .definitions: "definitions"
        case .program: "program"
        }
    }
}

/// What a figure says, as far as two of them are told apart.
package struct FigureNumbers: Sendable, Hashable {
    package var value: Double?
    package var numerator: Double?
    package var denominator: Int?
    package var state: String
    package var verdict: String

    package init(value: Double?, numerator: Double?, denominator: Int?, state: String, verdict: String) {
        self.value = value
        self.numerator = numerator
        self.denominator = denominator
        self.state = state
        self.verdict = verdict
    }
}

/// A figure's way from one run's number to another's.
package struct ExplainedMovement: Sendable, Hashable {
    /// What one cause, or several that cannot be told apart, have done.
    package struct Step: Sendable, Hashable {
        package let causes: [DiffCause]
        package let before: FigureNumbers?
        package let after: FigureNumbers?

        package var isChange: Bool { before != after }
    }

    /// The rows that came, changed and went between the exports of two runs.
    package struct RowChanges: Sendable, Hashable {
        package let late: RowChange
        package let changed: RowChange
        package let removed: RowChange
        /// Whether the keys may be shown.
        package let isShowable: Bool
    }

    /// Rows of one kind, by their keys in order, and what they change together.
    package struct RowChange: Sendable, Hashable {
        package var keys: [String] = []
        package var numerator = 0
        package var denominator = 0
    }

    package let key: KeptFigure.Key
    package let before: FigureNumbers?
    package let after: FigureNumbers?
    /// In the fixed order; the first begins at `before`, each goes on where the one before ends, the last ends at
    /// `after`.
    package let steps: [Step]
    /// Nothing where rows cannot be looked at one by one.
    package let rows: RowChanges?

    package var isChange: Bool { before != after }
}

/// How the figures of a run came from those of another.
package struct RunDiff: Sendable {
    package let older: RunPlace
    package let newer: RunPlace
    /// Biggest for their size first, or by period where one KPI is asked for.
    package let movements: [ExplainedMovement]
    /// Movements that are not shown.
    package let others: Int
    /// Figures of periods that were not over when the older run was made, and moved.
    package let unfinished: Int
    /// What can no longer be explained, one sentence each.
    package let unexplained: [String]
}

/// A published run: which, and the program that made it.
package struct RunPlace: Sendable, Hashable {
    package let asOf: String
    package let run: String
    package let program: String

    package var text: String { "\(asOf)/\(run)" }
}
