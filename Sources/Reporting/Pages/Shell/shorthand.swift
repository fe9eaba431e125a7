package import Compute

/// What a cell says where a figure cannot mean anything there.
package let notApplicable = shorthand(.notApplicable)

/// What a cell says where a figure could be but is not known.
package let notAvailable = shorthand(.notAvailable)

/// What stands beside a value of fewer rows than a verdict is given for.
let lowReliability = shorthand(.unreliable)

/// The letters that stand for a missing value or qualify one, as statistical tables of the public sector use them.
package let shorthandLegend: [(letters: String, meaning: String)] = [
    (notAvailable, "not available"), (notApplicable, "not applicable"), (shorthand(.suppressed), "suppressed"),
    (shorthand(.provisional), "part of the period only, or immature: it will still move"),
    (lowReliability, "of low reliability: fewer rows than a verdict is given for"),
]

/// A marker as tables for readers write it: the result tables have the letter alone.
func shorthand(_ marker: FigureRow.Marker) -> String { "[\(marker.rawValue)]" }

extension FigureRow.State {
    /// What stands in a cell instead of a value, or beside one that is not final.
    package var shorthand: String? { marker.map { Reporting.shorthand($0) } }
}
