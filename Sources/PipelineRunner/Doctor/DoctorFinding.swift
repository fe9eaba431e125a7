/// One thing that doctor looked at: how it is, and what to do when it needs attention.
package struct DoctorFinding: Sendable, Hashable {
    package let what: String
    package let found: String
    /// Nothing when all is well.
    package let remedy: String?

    package init(_ what: String, _ found: String, remedy: String? = nil) {
        self.what = what
        self.found = found
        self.remedy = remedy
    }

    /// `attention  lock: held by process 4711; do: …` on one line.
    package var line: String {
        let text = "\(what): \(found)".split(whereSeparator: \.isNewline).joined(separator: " ")
        return remedy.map { "attention  \(text); do: \($0)" } ?? "ok         \(text)"
    }
}
