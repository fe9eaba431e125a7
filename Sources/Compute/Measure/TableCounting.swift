import Expressions

/// How the rows of one table are counted: what tells them apart, and which tallies of which spaces they count in.
struct TableCounting: Sendable {
    /// One tally of a figure.
    struct Counted: Sendable {
        /// What is added up of each row, by its place among `summed`.
        var summed: Int?
        /// What is kept of each row that counts.
        var distributed: Distributed?
    }

    enum Distributed: Sendable {
        case value(TypedExpression)
        /// The days that a row has gone on for.
        case length(from: TypedExpression, until: TypedExpression)
    }

    /// A space with the tallies that are counted in it, in its own order.
    struct CountedSpace: Sendable {
        let space: Space
        /// Places among `counted`.
        let tallies: [Int]
    }

    /// The plans of figures over the table, by their place among all plans.
    let plans: [Int]
    let words: RowWords
    let counted: [Counted]
    let summed: [TypedExpression]
    let spaces: [CountedSpace]

    init(_ plans: [FigurePlan], _ spaces: [Space]) {
        let places = Set(spaces.flatMap { $0.figures.map(\.plan) }).sorted()
        var firsts: [Int: Int] = [:]
        var counted: [Counted] = []
        var summed: [TypedExpression] = []
        for place in places {
            firsts[place] = counted.count
            for tally in plans[place].tallies {
                var one = Counted()
                switch tally {
                case .statistic(.mean(let value)), .statistic(.sum(let value)):
                    if !summed.contains(value) { summed.append(value) }
                    one.summed = summed.firstIndex(of: value)
                case .statistic(.quantile(of: let value, _)): one.distributed = .value(value)
                case .statistic(.survival(let from, let until)), .unended(let from, let until):
                    one.distributed = .length(from: from, until: until)
                case .statistic, .boundary, .maturity, .triangle: break
                }
                counted.append(one)
            }
        }
        self.plans = places
        self.counted = counted
        self.summed = summed
        words = RowWords(places.flatMap { plans[$0].traits(at: $0) })
        self.spaces = spaces.map { space in
            let tallies = space.figures.flatMap { figure in
                plans[figure.plan].tallies(by: space.dimension).indices.map { (firsts[figure.plan] ?? 0) + $0 }
            }
            return CountedSpace(space: space, tallies: tallies)
        }
    }
}
