/// Something of a run that a chief officer should know before anything else.
package struct RunException: Sendable, Hashable {
    /// In the order in which they are told.
    package enum Kind: Sendable, Hashable, CaseIterable {
        case specialCause, standardNotMet, notRobust, movedRelease, source
    }

    package let kind: Kind
    /// The figure it is about; nothing for a source.
    package let kpi: String?
    /// What it is about, by name.
    package let subject: String
    package let sentence: String

    package init(kind: Kind, kpi: String?, subject: String, sentence: String) {
        self.kind = kind
        self.kpi = kpi
        self.subject = subject
        self.sentence = sentence
    }
}

extension RunException.Kind {
    /// The kind as a heading.
    package var title: String {
        switch self {
        case .specialCause: "Special cause in the month"
        case .standardNotMet: "Standard not met"
        case .notRobust: "Verdict depends on what is not known"
        case .movedRelease: "Released figure has moved"
        case .source: "Source late or left out"
        }
    }

    /// What is said where there is none.
    package var none: String {
        switch self {
        case .specialCause: "no headline figure has a special cause in the month"
        case .standardNotMet: "no headline figure is below its standard beyond chance"
        case .notRobust: "no verdict depends on what is not known"
        case .movedRelease: "no released figure has moved"
        case .source: "no source is late or left out"
        }
    }
}
