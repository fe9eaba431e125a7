import Expressions

/// How the rows of one table are counted: what tells them apart, and which tallies of which spaces they count in.
struct TableCounting: Sendable {
    /// What a tally keeps of each row that counts.
    enum Kept: Sendable {
        case sum(of: TypedExpression)
        case distribution(of: TypedExpression)
        /// The distribution of the days that a row has gone on for.
        case lengths(from: TypedExpression, until: TypedExpression)
    }

    /// A space with the tallies that are counted in it, in its own order.
    struct CountedSpace: Sendable {
        let space: Space
        /// Places among `kept`.
        let tallies: [Int]
    }

    /// The plans of figures over the table, by their place among all plans.
    let plans: [Int]
    let words: RowWords
    /// By tally of each plan what it keeps, if anything.
    let kept: [Kept?]
    let spaces: [CountedSpace]

    init(_ plans: [FigurePlan], _ spaces: [Space]) {
        let places = Set(spaces.flatMap { $0.figures.map(\.plan) }).sorted()
        var firsts: [Int: Int] = [:]
        var kept: [Kept?] = []
        for place in places {
            firsts[place] = kept.count
            for tally in plans[place].tallies {
                switch tally {
                case .statistic(.mean(let value)), .statistic(.sum(let value)): kept.append(.sum(of: value))
                case .statistic(.quantile(of: let value, _)): kept.append(.distribution(of: value))
                case .statistic(.survival(let from, let until)), .unended(let from, let until):
                    kept.append(.lengths(from: from, until: until))
                case .statistic, .boundary, .maturity, .triangle: kept.append(nil)
                }
            }
        }
        self.plans = places
        self.kept = kept
        words = RowWords(places.flatMap { plans[$0].traits(at: $0) })
        self.spaces = spaces.map { space in
            let tallies = space.figures.flatMap { figure in
                plans[figure.plan].tallies(by: space.dimension).indices.map { (firsts[figure.plan] ?? 0) + $0 }
            }
            return CountedSpace(space: space, tallies: tallies)
        }
    }
}
