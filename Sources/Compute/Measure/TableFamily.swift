import Definitions
import Tables

/// The figures and rules over rows of one canonical table and of those made from it: they are counted together, and what was
/// worked out for them makes room for the next.
struct TableFamily {
    /// Nothing for rows that stand in the definitions.
    let root: String?
    /// Canonical tables that are looked into.
    private(set) var reads: Set<String> = []
    private(set) var plans: [FigurePlan] = []
    private(set) var rules: [RuleDefinition] = []

    /// Those that few others look into come first, then the largest: their rows can be given up soonest.
    static func all(_ plans: [FigurePlan], _ rules: [RuleDefinition], _ input: ComputeInput) -> [TableFamily] {
        let definition = input.definition
        var families: [TableFamily] = []
        func place(of table: String) -> Int {
            let root = definition.rootSchema(of: table)
            if let known = families.firstIndex(where: { $0.root == root }) { return known }
            families.append(TableFamily(root: root))
            return families.count - 1
        }
        for plan in plans {
            let place = place(of: plan.figure.table)
            families[place].plans.append(plan)
            families[place].reads.formUnion(plan.schemas(in: definition))
        }
        for rule in rules {
            guard case .table(let table) = rule.target, let expect = rule.expect else { continue }
            let place = place(of: table)
            families[place].rules.append(rule)
            families[place].reads.formUnion(Dependencies(of: expect, in: table, definition: definition).schemas)
        }
        return inOrder(families, rows: Dictionary(uniqueKeysWithValues: input.tables.map { ($0.name, $0.rowCount) }))
    }

    private static func inOrder(_ families: [TableFamily], rows: [String: Int]) -> [TableFamily] {
        var (rest, ordered) = (families, [TableFamily]())
        func others(lookingInto family: TableFamily) -> Int {
            rest.count { other in other.root != family.root && family.root.map(other.reads.contains) ?? false }
        }
        func size(_ family: TableFamily) -> Int { family.root.flatMap { rows[$0] } ?? 0 }
        while !rest.isEmpty {
            let lookers = rest.map(others)
            let next = rest.indices.min { (lookers[$0], size(rest[$1])) < (lookers[$1], size(rest[$0])) } ?? 0
            ordered.append(rest.remove(at: next))
        }
        return ordered
    }
}

extension FigurePlan {
    /// The canonical tables behind everything that it is counted by.
    fileprivate func schemas(in definition: PipelineDefinition) -> Set<String> {
        var schemas = Set(Dependencies(of: figure, in: definition).schemas)
        schemas.formUnion(definition.rootSchema(of: figure.table).map { [$0] } ?? [])
        for name in tallyDimensions {
            guard let (dimension, owner) = definition.dimension(name, of: figure.table) else { continue }
            schemas.formUnion(Dependencies(of: dimension.expression, in: owner, definition: definition).schemas)
        }
        return schemas
    }
}
