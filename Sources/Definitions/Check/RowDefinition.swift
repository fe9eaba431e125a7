import Expressions
import Tables

/// A column or a population as written: its expressions, and which names of its own table it waits for.
struct RowDefinition {
    let name: String
    let isColumn: Bool
    let location: Diagnostic.Location
    private(set) var condition: SyntaxTree?
    private(set) var within: (name: String, place: Diagnostic.Location)?
    private(set) var exclusions: [(reason: String, tree: SyntaxTree)] = []
    /// Whether everything written could be read.
    private(set) var isSound = true

    init(_ entry: YamlValue.Entry, isColumn: Bool, findings: Findings) {
        name = entry.key
        self.isColumn = isColumn
        location = entry.location
        let what = isColumn ? "a column" : "a population"
        guard !isColumn, case .mapping = entry.value.kind else {
            condition = parsed(entry.value, what: what, findings: findings)
            isSound = condition != nil
            return
        }
        guard let fields = Fields(entry.value, what, keys: Keys.population, findings: findings) else { return }
        if let value = fields["within"], let text = fields.text("within") { within = (text, value.location) }
        if fields["where"] != nil {
            condition = fields.expression("where")
            isSound = condition != nil
        }
        for item in fields.list("all_but") {
            guard case .mapping(let reasons) = item.kind, let reason = reasons.first, reasons.count == 1 else {
                findings.error(
                    .exclusion, "an exclusion is written `reason: condition`", at: item.location,
                    help: "write one reason in each item of the list; quote a condition that holds a comma")
                isSound = false
                continue
            }
            if let tree = parsed(reason.value, what: "an exclusion", findings: findings),
                isGoodName(reason.key, of: "a reason", at: reason.location, findings: findings)
            {
                exclusions.append((reason.key, tree))
            } else {
                isSound = false
            }
        }
    }

    var trees: [SyntaxTree] {
        (condition.map { [$0] } ?? []) + exclusions.map(\.tree)
    }

    /// Names of the same table that must be known first, in a fixed order.
    func dependencies(relations: [TableDefinition.Relation], table: TableDefinition.Origin) -> [String] {
        var names: Set<String> = []
        if let within { names.insert(within.name) }
        for tree in trees {
            let words = wordsIn(tree.text)
            names.formUnion(words.own)
            for relation in relations where words.own.contains(relation.name) {
                names.formUnion(relation.match.map(\.mine))
                if let day = relation.validAt { names.insert(day) }
                if relation.to == table {
                    names.formUnion(words.related)
                    names.formUnion(relation.match.map(\.theirs))
                    names.formUnion(relation.order)
                }
            }
        }
        return names.sorted()
    }
}
