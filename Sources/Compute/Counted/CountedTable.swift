import Definitions
import Expressions
import Tables

/// The figures of a table whose rows were counted while they were read, and are not here any more.
package struct CountedTable: Sendable {
    /// Figures that were counted together.
    struct Part: Sendable {
        let plans: [FigurePlan]
        let spaces: [Space]
        var tallies: [SpaceTally]
    }

    /// The canonical table.
    let schema: String
    var parts: [Part]

    /// Fills a space with what was counted of its figures.
    func fill(_ tally: inout SpaceTally, of space: Space, _ plans: [FigurePlan]) throws {
        for figure in space.figures {
            let plan = plans[figure.plan]
            guard let (part, place, first) = find(plan, in: space) else {
                throw EngineFault.notPrepared("\(plan.figure.id), whose rows are not held")
            }
            let count = plan.tallies(by: space.dimension).count
            tally.merge(
                parts[part].tallies[place], (0..<count).map { (mine: figure.firstTally + $0, theirs: first + $0) })
        }
    }

    private func find(_ plan: FigurePlan, in space: Space) -> (part: Int, space: Int, firstTally: Int)? {
        for (number, part) in parts.enumerated() {
            for (place, other) in part.spaces.enumerated()
            where other.table == space.table && other.period == space.period && other.dimension == space.dimension
                && other.split == space.split && other.isMonthly == space.isMonthly
            {
                let found = other.figures.first {
                    part.plans[$0.plan].figure.id == plan.figure.id && part.plans[$0.plan].isTwin == plan.isTwin
                }
                if let found { return (number, place, found.firstTally) }
            }
        }
        return nil
    }
}
