package import Compute

/// What a cell says where a figure cannot mean anything there.
package let notApplicable = "[z]"

/// What a cell says where a figure could be but is not known.
package let notAvailable = "[x]"

/// The letters that stand for a missing value or qualify one, as statistical tables of the public sector use them.
package let shorthandLegend: [(letters: String, meaning: String)] = [
    (notAvailable, "not available"), (notApplicable, "not applicable"), ("[c]", "suppressed"),
    ("[p]", "part of the period only, or immature: it will still move"),
    ("[low]", "fewer rows than a verdict is given for"),
]

extension FigureRow.State {
    /// What stands in a cell instead of a value, or beside one that is not final.
    package var shorthand: String? {
        switch self {
        case .ok: nil
        case .part, .immature: "[p]"
        case .empty: notApplicable
        case .notSupplied, .notComputable, .leftOut: notAvailable
        case .suppressed: "[c]"
        }
    }
}
