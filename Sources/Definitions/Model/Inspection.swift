package import Tables

/// One inspection of the force: when it was published and what it found (CONTRACTS section 12).
package struct Inspection: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case causeOfConcern = "cause_of_concern"
        case areaForImprovement = "area_for_improvement"
        case recommendation
        case other
    }

    /// Who says that a finding is closed, and when; we never say it.
    package struct Closure: Sendable, Hashable {
        package let by: String
        package let on: CivilDate
        package let reference: String

        package init(by: String, on: CivilDate, reference: String) {
            self.by = by
            self.on = on
            self.reference = reference
        }
    }

    package struct Finding: Sendable {
        package let id: String
        package let kind: Kind
        /// In the force's own words, not the report's.
        package let text: String
        /// The figures that bear on it, by id, in the order shown.
        package let figures: [String]
        package let question: String?
        /// What the figures do not show.
        package let notShown: String
        package let closure: Closure?
        package let location: Diagnostic.Location

        package init(
            id: String, kind: Kind, text: String, figures: [String], question: String?, notShown: String,
            closure: Closure?, location: Diagnostic.Location
        ) {
            self.id = id
            self.kind = kind
            self.text = text
            self.figures = figures
            self.question = question
            self.notShown = notShown
            self.closure = closure
            self.location = location
        }
    }

    package let id: String
    package let title: String
    /// The day of the report: the baseline is the twelve whole months before its month.
    package let on: CivilDate
    package let source: String
    package let isFictional: Bool
    package let findings: [Finding]

    package init(
        id: String, title: String, on: CivilDate, source: String, isFictional: Bool, findings: [Finding]
    ) {
        self.id = id
        self.title = title
        self.on = on
        self.source = source
        self.isFictional = isFictional
        self.findings = findings
    }
}
