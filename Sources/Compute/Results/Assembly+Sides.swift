import Definitions
import Expressions
import Tables

/// Figures whose lines are put together from those of others, or from parts of their own rows.
extension Assembly {
    /// Members that either side has: where the other has none of them, there is no difference, and the line says so.
    func differences(
        of own: String, minus other: String, as plan: Int, by dimension: String?, in periods: [Period]
    ) -> [FigureRow] {
        guard let left = side(own, of: plan), let right = side(other, of: plan) else { return [] }
        // Both are tallied in one space, so that their members are the same in the same order.
        let pairs = zip(side(left, by: dimension), side(right, by: dimension)).filter {
            isReported($0.member, by: dimension) || isReported($1.member, by: dimension)
        }
        let facts = facts(of: plan, plans[plan].statistics[0], by: dimension)
        return periods.flatMap { period in
            pairs.map { mine, theirs in
                RowMaker(facts, mine.member).difference(
                    of: (plans[left].figure, mine.tallies), minus: (plans[right].figure, theirs.tallies), in: period)
            }
        }
    }

    /// The plan of one side of a figure: with the rows of excluded periods where the figure is taken so.
    private func side(_ id: String, of plan: Int) -> Int? {
        let place = plans.firstIndex { $0.figure.id == id && !$0.isTwin }
        return plans[plan].isTwin ? place.flatMap { plans[$0].twin } ?? place : place
    }

    /// The members of one side with the tallies that its lines need.
    private func side(_ plan: Int, by dimension: String?) -> [(member: Member, tallies: LineTallies)] {
        let members = members(of: plan, by: dimension)
        let maturity = plans[plan].place(where: \.isMaturity)
        return (members.first ?? []).enumerated().map { order, member in
            (member, LineTallies(own: member.tally, maturity: maturity.flatMap { members[$0][order].tally }))
        }
    }

    /// Members that either side has; the other counts 0 of them.
    func ratios(
        of top: String, by bottom: String, as plan: Int, by dimension: String?, in periods: [Period]
    ) -> [FigureRow] {
        guard let above = side(top, of: plan), let below = side(bottom, of: plan) else { return [] }
        let sides = [above, below].map { side($0, by: dimension) }
        // The sides may be of different tables: members are the same where they are called the same. One that only
        // rejected rows of a side have is no reason for a line, but they count in the bounds of one.
        var names: [String: Member] = [:]
        for side in sides[0] + sides[1] where isReported(side.member, by: dimension) {
            names[side.member.name] = side.member
        }
        let type = dimension.flatMap { engine.dimension($0, of: plans[below].figure.table)?.expression.type }
        let own = facts(of: plan, plans[plan].statistics[0], by: dimension)
        let parts = [above, below].map { facts(of: $0, plans[$0].statistics[0], by: dimension) }
        let makers = Array(names.values).ordered(type ?? .integer, by: \.value, named: \.name).map { member in
            let lines = zip(parts, sides).map { part, members in
                (
                    maker: RowMaker(part, member),
                    tallies: members.first { $0.member.name == member.name }?.tallies ?? LineTallies(own: nil)
                )
            }
            return (lines: lines, ratio: RowMaker(own, member))
        }
        return periods.flatMap { period in
            makers.map { lines, ratio in
                let rows = lines.map { $0.maker.row($0.tallies, in: period) }
                return ratio.ratio(of: rows[0], by: rows[1], in: period)
            }
        }
    }

    /// One statistic for each value that some row which counts has, in the order of their bytes; an empty one where none
    /// does.
    func mixes(of plan: Int, by dimension: String?, in periods: [Period]) -> [FigureRow] {
        let chosen = plans[plan]
        guard let split = chosen.split, let space = spaceIndex(of: plan, dimension),
            let entry = spaces[space].figures.first(where: { $0.plan == plan })
        else { return [] }
        let all = side(plan, by: dimension)
        let reported = all.filter { isReported($0.member, by: dimension) }
        let values = all.reduce(into: Set<Int64>()) { $0.formUnion($1.member.tally?.values ?? []) }
        let named = values.subtracting([Missing.integer]).map { ($0, engine.memberName($0, split.type)) }.sorted {
            Array($0.1.utf8).lexicographicallyPrecedes(Array($1.1.utf8))
        }
        let parts = tallies[space].parts(ofTally: entry.firstTally)
        let statistics = named.map { value, name in
            (value, FigurePlan.Statistic(name: "share:\(name)", kind: .part(value: value)))
        }
        let lines = statistics.isEmpty ? chosen.statistics.map { (Missing.integer, $0) } : statistics
        return lines.flatMap { value, statistic in
            let facts = facts(of: plan, statistic, by: dimension)
            let makers = reported.map { member, tallies in
                var tallies = tallies
                tallies.part = parts[SpaceTally.Part(member: member.value, value: value)]
                return (maker: RowMaker(facts, member), tallies: tallies)
            }
            return periods.flatMap { period in makers.map { $0.maker.row($0.tallies, in: period) } }
        }
    }
}
