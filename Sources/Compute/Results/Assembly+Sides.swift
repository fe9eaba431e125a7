import Definitions
import Expressions
import Tables

/// Figures whose lines are put together from those of others, or from parts of their own rows.
extension Assembly {
    /// Members that either side has: where the other has none of them, there is no difference, and the line says so.
    func differences(
        of own: String, minus other: String, as plan: Int, by dimension: String?, in periods: [Period]
    ) -> [FigureRow] {
        guard let left = plans.firstIndex(where: { $0.figure.id == own }),
            let right = plans.firstIndex(where: { $0.figure.id == other }),
            let mine = members(of: left, by: dimension).first, let theirs = members(of: right, by: dimension).first
        else { return [] }
        // Both are tallied in one space, so that their members are the same in the same order.
        let pairs = zip(mine, theirs).filter { isReported($0, by: dimension) || isReported($1, by: dimension) }
        return periods.flatMap { period in
            pairs.map { mine, theirs in
                maker(of: plan, plans[plan].statistics[0], by: dimension, mine).difference(
                    of: (plans[left].figure, mine.tally), minus: (plans[right].figure, theirs.tally), in: period)
            }
        }
    }

    /// Members that either side has; the other counts 0 of them.
    func ratios(
        of top: String, by bottom: String, as plan: Int, by dimension: String?, in periods: [Period]
    ) -> [FigureRow] {
        guard let above = plans.firstIndex(where: { $0.figure.id == top }),
            let below = plans.firstIndex(where: { $0.figure.id == bottom })
        else { return [] }
        let sides = [above, below].map { side in
            (members(of: side, by: dimension).first ?? []).filter { isReported($0, by: dimension) }
        }
        // The sides may be of different tables: members are the same where they are called the same.
        var names: [String: Member] = [:]
        for member in sides[0] + sides[1] { names[member.name] = member }
        let type = dimension.flatMap { engine.dimension($0, of: plans[below].figure.table)?.expression.type }
        let makers = sorted(Array(names.values), type ?? .integer).map { member in
            let lines = zip([above, below], sides).map { side, members in
                (
                    maker: maker(of: side, plans[side].statistics[0], by: dimension, member),
                    tallies: LineTallies(own: members.first { $0.name == member.name }?.tally)
                )
            }
            return (lines: lines, ratio: maker(of: plan, plans[plan].statistics[0], by: dimension, member))
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
        let all = members(of: plan, by: dimension).first ?? []
        let reported = all.filter { isReported($0, by: dimension) }
        let values = all.reduce(into: Set<Int64>()) { $0.formUnion($1.tally?.values ?? []) }
        let named = values.subtracting([Missing.integer]).map { ($0, engine.memberName($0, split.type)) }.sorted {
            Array($0.1.utf8).lexicographicallyPrecedes(Array($1.1.utf8))
        }
        let parts = tallies[space].parts(ofTally: entry.firstTally)
        let statistics = named.map { value, name in
            (value, FigurePlan.Statistic(name: "share:\(name)", kind: .part(value: value)))
        }
        let lines = statistics.isEmpty ? chosen.statistics.map { (Missing.integer, $0) } : statistics
        return lines.flatMap { value, statistic in
            let makers = reported.map { member in
                let part = parts[SpaceTally.Part(member: member.value, value: value)]
                return (
                    maker: maker(of: plan, statistic, by: dimension, member),
                    tallies: LineTallies(own: member.tally, part: part)
                )
            }
            return periods.flatMap { period in makers.map { $0.maker.row($0.tallies, in: period) } }
        }
    }
}
