package import Tables

/// What an inspection programme asks, paraphrased, with the KPIs that bear on each question and what nothing measures.
package struct Framework: Sendable {
    /// Something that exports cannot show, why not, and what would evidence it.
    package struct Gap: Sendable, Hashable {
        package let what: String
        package let why: String
        package let evidence: String

        package init(what: String, why: String, evidence: String) {
            self.what = what
            self.why = why
            self.evidence = evidence
        }
    }

    package struct Question: Sendable {
        package let id: String
        package let text: String
        /// By id, in the order shown.
        package let figures: [String]
        package let gaps: [Gap]

        package init(id: String, text: String, figures: [String], gaps: [Gap]) {
            self.id = id
            self.text = text
            self.figures = figures
            self.gaps = gaps
        }
    }

    package let id: String
    package let title: String
    /// The address of what was read, and the day.
    package let source: String
    package let read: CivilDate
    package let note: String?
    package let questions: [Question]
    package let location: Diagnostic.Location

    package init(
        id: String, title: String, source: String, read: CivilDate, note: String?, questions: [Question],
        location: Diagnostic.Location
    ) {
        self.id = id
        self.title = title
        self.source = source
        self.read = read
        self.note = note
        self.questions = questions
        self.location = location
    }
}
