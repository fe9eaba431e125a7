package import Tables

/// Which rows of a figure a reader wants to see.
package enum RowSelection: Sendable, Hashable {
    case numerator
    /// In the denominator and not in the numerator.
    case missed
    /// In the denominator and counted against for lack of a value.
    case notEvidenced
    case missing
    case notDue
    case excluded(String)
}

/// One row behind a figure, as a reader may see it: its key, what decides its period, and where it stands in the exports.
package struct ExplainedRow: Sendable, Hashable {
    package struct Cell: Sendable, Hashable {
        package let column: String
        package let text: String

        package init(column: String, text: String) {
            self.column = column
            self.text = text
        }
    }

    package let cells: [Cell]
    package let file: String
    /// Byte offset of the record in the file's text.
    package let offset: Int64

    package init(cells: [Cell], file: String, offset: Int64) {
        self.cells = cells
        self.file = file
        self.offset = offset
    }
}

/// A figure of one period and member with what stands behind it.
package struct Explanation: Sendable {
    /// One per statistic.
    package let figures: [FigureRow]
    /// In declared order, zero counts included.
    package let exclusions: [ExclusionRow]
    /// Sorted by file and offset; empty unless rows were asked for.
    package let rows: [ExplainedRow]
    /// The two figures that a difference or a ratio is of; none for any other figure.
    package let sides: [FigureRow]
    /// The same period and member by the figure's other clocks and definitions: figures that share `variant_of`.
    package let companions: [FigureRow]
    /// Companions that differ by their clock alone, over the rows for which both are known.
    package let clocks: [ClockComparison]

    package init(
        figures: [FigureRow], exclusions: [ExclusionRow], rows: [ExplainedRow], companions: [FigureRow] = [],
        clocks: [ClockComparison] = [], sides: [FigureRow] = []
    ) {
        self.figures = figures
        self.exclusions = exclusions
        self.rows = rows
        self.companions = companions
        self.clocks = clocks
        self.sides = sides
    }
}

/// A member of a dimension, as `--where queue=Rape` names it.
package struct MemberChoice: Sendable, Hashable {
    package let dimension: String
    package let member: String

    package init(dimension: String, member: String) {
        self.dimension = dimension
        self.member = member
    }
}

/// The periods of an ad hoc question.
package enum FigurePeriods: Sendable, Hashable {
    case one(Period)
    case every(PeriodKind, from: CivilDate, to: CivilDate)
}
