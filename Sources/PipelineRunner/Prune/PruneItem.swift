/// One thing that was kept so far, and whether it stays.
package struct PruneItem: Sendable, Hashable {
    /// What it is, in the order in which they are shown.
    package enum Kind: Sendable, Hashable, CaseIterable {
        case run, lists, attempt, quarantine
    }

    package let kind: Kind
    /// As a reader finds it: `2026-09-30/3f9a1c2b0d41`.
    package let name: String
    package let bytes: Int
    /// Nothing when it goes.
    package let keptBecause: String?

    package init(kind: Kind, name: String, bytes: Int, keptBecause: String?) {
        self.kind = kind
        self.name = name
        self.bytes = bytes
        self.keptBecause = keptBecause
    }
}
