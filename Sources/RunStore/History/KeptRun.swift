/// A published run as the history knows it: what it read and what it said it with.
package struct KeptRun: Sendable, Hashable {
    /// One file that the run read.
    package struct Export: Sendable, Hashable {
        package let source: String
        package let file: String
        package let sha256: String
        package let state: String
        package let accepted: Int
        package let rejected: Int

        package init(source: String, file: String, sha256: String, state: String, accepted: Int, rejected: Int) {
            self.source = source
            self.file = file
            self.sha256 = sha256
            self.state = state
            self.accepted = accepted
            self.rejected = rejected
        }
    }

    package let asOf: String
    package let run: String
    package let program: String
    /// When it was published, UTC; nothing where only its folder is left to tell of it.
    package let published: String?
    package let exports: [Export]

    package init(asOf: String, run: String, program: String, published: String?, exports: [Export]) {
        self.asOf = asOf
        self.run = run
        self.program = program
        self.published = published
        self.exports = exports
    }
}

/// A kept figure with the run that first said it so.
package struct SaidFigure: Sendable, Hashable {
    package let figure: KeptFigure
    package let asOf: String
    package let run: String
    package let published: String?

    package init(figure: KeptFigure, asOf: String, run: String, published: String?) {
        self.figure = figure
        self.asOf = asOf
        self.run = run
        self.published = published
    }
}
