/// Several findings thrown together, so that a reader can mend all of them before trying again.
package struct Diagnostics: Error, Sendable, Hashable {
    package let all: [Diagnostic]

    package init(_ all: [Diagnostic]) {
        self.all = all
    }

    package var hasErrors: Bool {
        all.contains { $0.severity == .error }
    }
}
