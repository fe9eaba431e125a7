import Synchronization

/// Pseudonyms that tasks have made for a column of a source: the same people ring again in other files, and a keyed hash
/// costs many times a look.
///
/// So many and no more, because of a large force's callers most are met once. Nothing of it outlives the reading of a source.
final class KnownPseudonyms: Sendable {
    private static let most = 1 << 16

    private let known = Mutex<[[UInt8]: [UInt8]?]>([:])

    /// The pseudonym of a cell, made where nobody has met it; nothing for one that is withheld.
    func pseudonym(of cell: ArraySlice<UInt8>, make: (ArraySlice<UInt8>) -> [UInt8]?) -> [UInt8]? {
        // A slice as a key would keep the whole chunk.
        let text = Array(cell)
        if let found = known.withLock({ $0[text] }) { return found }
        // Made outside the lock, so that nobody waits for it; two tasks that meet a text at once make the same.
        let made = make(cell)
        known.withLock { known in
            if known.count < KnownPseudonyms.most { known[text] = .some(made) }
        }
        return made
    }
}
