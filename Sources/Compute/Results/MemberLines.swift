package import Tables

/// The members of one dimension of a figure; none where they cannot be given.
package struct MemberLines: Sendable {
    /// The figure's place in the definition.
    package let figure: Int
    /// The breakdown's place among those of all figures of the definition.
    package let number: Int
    /// The periods that the figure's totals are given for.
    package let periods: [Period]
    /// Sorted by key.
    package let rows: [FigureRow]
}
