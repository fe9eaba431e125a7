/// What a run has to say and the status it ends with; whoever called decides where it is printed.
package struct RunReport: Sendable, Hashable {
    package let exitCode: Int32
    /// For a reader who is there: at most 40 lines.
    package let summary: [String]
    /// What went wrong: at most 15 lines, ending with the next command to type.
    package let failure: [String]

    package init(exitCode: Int32, summary: [String] = [], failure: [String] = []) {
        self.exitCode = exitCode
        self.summary = summary
        self.failure = failure
    }
}
