package import Compute

/// Whether what is not known could change the verdict; nothing where there is none.
package func robustnessSentence(_ row: FigureRow) -> String? {
    guard let isRobust = row.isRobust else { return nil }
    if isRobust { return "The verdict would be the same at the lowest and highest that unknown rows allow." }
    let bounds = row.verdictsAtBounds.map { ": \($0.lowest.words) at the lowest, \($0.highest.words) at the highest" }
    return "The verdict would not be the same at the lowest and highest that unknown rows allow\(bounds ?? "")."
}

extension FigureRow.Verdict {
    /// The verdict as it reads inside a sentence.
    var words: String {
        switch self {
        case .met: "met"
        case .metWithinChance: "met (within chance)"
        case .notMetWithinChance: "not met (within chance)"
        case .notMet: "not met"
        case .dependsOnUnknowns: "dependent on unknowns"
        case .referenceOnly: "reference only"
        case .noStandard: "no standard"
        case .tooFew: "too few to judge"
        }
    }
}
