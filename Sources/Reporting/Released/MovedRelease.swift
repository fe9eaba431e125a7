package import Compute
package import Definitions
import Tables

/// A figure given to somebody that the force's figures no longer say.
package struct MovedRelease: Sendable, Hashable {
    package let release: Release
    /// The same figure now; nothing where the figures no longer have it.
    package let now: FigureRow?
    /// One sentence: to whom, what was said, what is said now.
    package let sentence: String

    package init(release: Release, now: FigureRow?, sentence: String) {
        self.release = release
        self.now = now
        self.sentence = sentence
    }
}
