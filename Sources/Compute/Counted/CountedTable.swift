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
    var parts: [Part] = []
    /// How its rows lead to those of others, by derived table and relation.
    var links: [String: [String: LinkTally]] = [:]
    /// What others see of its rows, where some of these are held.
    var folded: FoldedTable?

    /// Fills a space with what was counted of its figures.
    func fill(_ tally: inout SpaceTally, of space: Space, _ plans: [FigurePlan]) throws {
        if let (part, place) = whole(space, plans) {
            tally = parts[part].tallies[place]
            return
        }
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

    /// The texts that groups are of.
    var texts: Set<Int32> {
        var texts: Set<Int32> = []
        for part in parts {
            for (space, tally) in zip(part.spaces, part.tallies) {
                let (isMember, isValue) = (space.member?.expression.type.isText, space.split?.type.isText)
                for key in tally.keys {
                    if isMember == true, key.member != Missing.integer { texts.insert(Int32(key.member)) }
                    if isValue == true, key.value != Missing.integer { texts.insert(Int32(key.value)) }
                }
            }
        }
        return texts
    }

    /// Takes other numbers for the texts that groups are of.
    mutating func recode(_ codes: [Int32: Int32]) {
        for part in parts.indices {
            for (place, space) in parts[part].spaces.enumerated() {
                parts[part].tallies[place].recode(space, codes)
            }
        }
    }

    /// The one place where all figures of a space were counted, in the same order and no others.
    private func whole(_ space: Space, _ plans: [FigurePlan]) -> (part: Int, space: Int)? {
        let found = space.figures.map { (figure: $0, place: find(plans[$0.plan], in: space)) }
        guard let first = found.first?.place, parts[first.part].spaces[first.space].classes == space.classes,
            found.allSatisfy({ one in
                one.place.map { $0 == (first.part, first.space, one.figure.firstTally) } ?? false
            })
        else { return nil }
        return (first.part, first.space)
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
