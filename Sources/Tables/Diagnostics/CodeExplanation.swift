/// What `pipeline help CODE` prints about one code: every code a reader can meet has exactly one.
package struct CodeExplanation: Sendable, Hashable {
    package let code: String
    /// A few words, as in a list.
    package let title: String
    /// One paragraph: what was found and why it matters.
    package let meaning: String
    /// What to do, as an instruction.
    package let remedy: String

    package init(code: String, title: String, meaning: String, remedy: String) {
        self.code = code
        self.title = title
        self.meaning = meaning
        self.remedy = remedy
    }
}
