import Compute
import Definitions

extension [HeadlineFigure] {
    /// As many as there is room for, in their order: each subject gives its next one in turn, so that one with many figures
    /// does not keep the others off the page. The letters that an id begins with are its subject.
    func sharedOut(_ room: Int) -> [HeadlineFigure] {
        guard count > room else { return self }
        var taken: [Substring: Int] = [:]
        // A figure's turn is how many of its subject come before it.
        let turns = map { found -> Int in
            let subject = found.figure.id.prefix { $0.isLetter }
            taken[subject, default: 0] += 1
            return taken[subject, default: 0]
        }
        let chosen = indices.sorted { (turns[$0], $0) < (turns[$1], $1) }.prefix(room)
        return chosen.sorted().map { self[$0] }
    }
}
