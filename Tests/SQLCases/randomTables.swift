/// Derived tables at random: pieces with columns of their own row, items with relations, sub-items or rows expanded from
/// items. Gives the YAML and what KPIs over each may read.
func writeTables(_ chance: inout Chance) -> (yaml: String, shapes: [(table: String, period: [String], shape: Shape)]) {
    var parts = Shape.parts
    let pieces = columns(of: &parts, ["p1", "p2"], depth: 2, &chance)
    var items = Shape.things
    items.relations = [
        .init(name: "pieces", target: parts.columns, isOrdered: true),
        .init(name: "ranked", target: parts.columns, isOrdered: true),
        .init(name: "piece", target: parts.columns, isOrdered: false),
        .init(name: "others", target: Shape.things.columns, isOrdered: true),
        .init(name: "marks", target: Shape.codes, isOrdered: true),
        .init(name: "limit", target: Shape.limits, isOrdered: false),
    ]
    items.window = ("of_id", "made_at")
    let filter = chance.holds(0.4) ? "\nwhere: \(quoted(ExpressionWriter(.things, chance).written(.flag, 2)))" : ""
    _ = chance.next()
    let own = columns(of: &items, ["c1", "c2", "c3", "c4", "c5"], depth: 3, &chance)
    let populations = writePopulations(&items, &chance)
    let chain =
        chance.holds(0.5)
        ? "\nchain: { root_id: { id: thing_id, parent: of_id, hops: \(chance.pick([1, 2, 8])) } }" : ""
    let key = chain.isEmpty ? "thing_id" : "root_id"
    let itemsYAML = """
        table: items
        from: source.things\(filter)
        time: made_at\(chain)
        relations:
          pieces: { to: pieces, match: { \(key): thing_id }, order: put_at }
          ranked: { to: pieces, match: { thing_id: thing_id }, order: [seq, put_at] }
          piece: { to: pieces, match: { label: mark } }
          others: { to: source.things, match: of_id, order: made_at }
          marks: { to: source.things_codes, match: thing_id, order: pos }
          limit: { to: limits, match: { level: degree, sort: sort }, valid_at: made_at }
        columns:
        \(own)
        populations:
        \(populations)
        dimensions:
          sort: sort
          level: level
          sound: is_sound
          size: \(quoted(writer(items, &chance).written(.integer, 1)))
          told: told_on
          hour_of_week: hour_of_week(made_at)
        """
    var shapes = [("pieces", ["put_at"], parts), ("items", ["made_at", "done_at", "told_on"], items)]
    var documents = [limits, "table: pieces\nfrom: source.parts\ntime: put_at\ncolumns:\n\(pieces)", itemsYAML]
    if chance.holds(0.6) {
        let (yaml, anchor, shape) = writeExpansion(items, &chance)
        documents.append(yaml)
        shapes.append(("expanded", [anchor], shape))
    }
    return (documents.joined(separator: "\n---\n"), shapes)
}

private let limits = """
    table: limits
    key: [degree, sort]
    valid: [valid_from, valid_until]
    columns: { degree: text, sort: text, valid_from: date, valid_until: date, within: duration, is_hard: flag }
    rows:
    - ["1", x, null, 2026-02-01, 10 s, yes]
    - ["1", x, 2026-02-01, null, 5 s, no]
    - ["1", y, 2026-01-01, null, 1 min, null]
    - ["2", x, null, null, 1 h, yes]
    - ["3", z, null, 2026-03-29, null, no]
    """

private func columns(of shape: inout Shape, _ names: [String], depth: Int, _ chance: inout Chance) -> String {
    names.map { name in
        let kind = chance.pick(Shape.Kind.allCases)
        let text = writer(shape, &chance).written(kind, depth)
        shape.add(name, kind)
        return "  \(name): \(quoted(text))"
    }.joined(separator: "\n")
}

private func writePopulations(_ shape: inout Shape, _ chance: inout Chance) -> String {
    let base = """
          near:
            where: \(quoted(writer(shape, &chance).written(.flag, 2)))
            all_but:
              - odd: \(quoted(writer(shape, &chance).written(.flag, 1)))
              - late: \(quoted(writer(shape, &chance).written(.flag, 2)))
          nearer:
            within: near
            all_but:
              - third: \(quoted(writer(shape, &chance).written(.flag, 1)))
        """
    shape.populations = ["near", "nearer"]
    return base
}

private func writeExpansion(_ items: Shape, _ chance: inout Chance) -> (String, String, Shape) {
    var shape = items
    shape.relations = []
    shape.window = nil
    let form: String
    switch chance.below(3) {
    case 0:
        form =
            "points: { from: made_at, until: done_at, every: \(quoted(chance.pick(["10 d", "9 h", "amount * 1 d"]))), as: taken_at }"
    case 1:
        let instants = chance.pick(["hour", "day", "month_end", "period_end", "as_of"])
        form =
            "open: { from: \(chance.pick(["made_at", "done_at"])), until: due_at, ended: is_sound, at: \(instants), as: taken_at }"
    default:
        form = "hours: { from: made_at, until: \"least(done_at, made_at + 30 h)\", as: taken_at, amount: share_of }"
        shape.add("share_of", .duration)
    }
    shape.add("taken_at", .time)
    let yaml = """
        table: expanded
        expand:
          rows: items
          where: \(quoted(writer(items, &chance).written(.flag, 1)))
          \(form)
        columns:
          age: taken_at - made_at
        \(columns(of: &shape, ["e1", "e2"], depth: 2, &chance))
        """
    shape.add("age", .duration)
    return (yaml, "taken_at", shape)
}

/// A writer that goes on with the chances of its caller.
func writer(_ shape: Shape, _ chance: inout Chance) -> ExpressionWriter {
    ExpressionWriter(shape, Chance(seed: chance.next()))
}

extension ExpressionWriter {
    func written(_ kind: Shape.Kind, _ depth: Int) -> String {
        var writer = self
        return writer.expression(kind, depth: depth)
    }
}

/// An expression as a YAML text.
func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\\\"") + "\""
}
