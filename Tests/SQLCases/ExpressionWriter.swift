/// Writes random expressions of the definition language, well typed but for what only the checker can see.
struct ExpressionWriter {
    let shape: Shape
    var chance: Chance
    /// The related row's columns, inside a condition.
    private var related: [Shape.Kind: [String]] = [:]

    init(_ shape: Shape, _ chance: Chance) {
        self.shape = shape
        self.chance = chance
    }

    /// An expression of a kind, at most so deep.
    mutating func expression(_ kind: Shape.Kind, depth: Int) -> String {
        guard depth > 0, !chance.holds(0.15) else { return leaf(kind) }
        let inner = depth - 1
        switch kind {
        case .flag: return flag(inner)
        case .integer: return integer(inner)
        case .duration: return duration(inner)
        case .time: return time(inner)
        case .date: return date(inner)
        case .text, .kind, .level: return value(kind, inner)
        }
    }

    private mutating func column(_ kind: Shape.Kind) -> String? {
        if let theirs = related[kind], !theirs.isEmpty, chance.holds(0.6) { return "r." + chance.pick(theirs) }
        return shape.columns[kind].flatMap { $0.isEmpty ? nil : chance.pick($0) }
    }

    private mutating func leaf(_ kind: Shape.Kind) -> String {
        if chance.holds(kind == .time || kind == .date ? 0.95 : 0.7), let column = column(kind) { return column }
        switch kind {
        case .flag: return chance.pick(["true", "false", "is_sound or not is_sound"])
        case .integer: return String(chance.below(4))
        case .duration: return chance.pick(["5 s", "10 s", "1 min", "1 h", "2 d", "setting.short", "setting.patience"])
        case .time: return column(.time) ?? "as_of"
        case .date: return "date(\(column(.time) ?? "as_of"))"
        case .text: return chance.pick(["'a'", "'é'", "'it''s'", "'none such'"])
        case .kind: return chance.pick(["'x'", "'y'", "'z'"])
        case .level: return chance.pick(["'1'", "'2'", "'3'"])
        }
    }

    private mutating func flag(_ depth: Int) -> String {
        switch chance.below(12) {
        case 0: return "(\(expression(.flag, depth: depth)) and \(expression(.flag, depth: depth)))"
        case 1: return "(\(expression(.flag, depth: depth)) or \(expression(.flag, depth: depth)))"
        case 2: return "not (\(expression(.flag, depth: depth)))"
        case 3, 4, 5:
            let kind = chance.pick([Shape.Kind.integer, .duration, .duration, .time, .time, .date, .level])
            let sign = chance.pick(["<", "<=", ">", ">=", "=", "<>"])
            return "\(compared(kind, depth)) \(sign) \(expression(kind, depth: depth))"
        case 6:
            let kind = chance.pick(Shape.Kind.allCases)
            return "(\(expression(kind, depth: depth))) is \(chance.pick(["", "not "]))null"
        case 7:
            guard let name = column(.kind) ?? column(.level) else { return leaf(.flag) }
            let list = name.hasSuffix("sort") ? "'x', 'y'" : "'1', '3', null"
            return "\(name) \(chance.pick(["", "not "]))in (\(list))"
        case 8: return any(depth) ?? leaf(.flag)
        case 9:
            guard !shape.populations.isEmpty, related.isEmpty else { return leaf(.flag) }
            return chance.pick(shape.populations)
        case 10: return "\(compared(.text, depth)) = \(expression(.text, depth: depth))"
        default:
            return "coalesce(\(expression(.flag, depth: depth)), \(expression(.flag, depth: depth)))"
        }
    }

    /// A side that is no literal, so that something is compared with something.
    private mutating func compared(_ kind: Shape.Kind, _ depth: Int) -> String {
        depth > 0 ? expression(kind, depth: depth) : column(kind) ?? leaf(kind)
    }

    private mutating func integer(_ depth: Int) -> String {
        switch chance.below(10) {
        case 9:
            let (from, until) = (chance.pick([Shape.Kind.time, .date]), chance.pick([Shape.Kind.time, .date]))
            return "working_days(\(plain(from, depth)), \(plain(until, depth)))"
        case 0: return "\(expression(.integer, depth: depth)) + \(expression(.integer, depth: depth))"
        case 1: return "days(\(expression(.time, depth: depth)), \(expression(.date, depth: depth)))"
        case 2:
            let function = chance.pick(["hour_of_week", "hour", "minute", "second", "weekday", "month"])
            return "\(function)(\(expression(.time, depth: depth)))"
        case 3: return count(depth) ?? leaf(.integer)
        case 4: return trailing() ?? leaf(.integer)
        case 5: return "abs(\(expression(.integer, depth: depth)) - \(expression(.integer, depth: depth)))"
        default: return either(.integer, depth)
        }
    }

    private mutating func duration(_ depth: Int) -> String {
        switch chance.below(8) {
        case 0, 1: return "elapsed(\(expression(.time, depth: depth)), \(expression(.time, depth: depth)))"
        case 2: return "\(expression(.time, depth: depth)) - \(leaf(.time))"
        case 3: return "\(expression(.duration, depth: depth)) + \(expression(.duration, depth: depth))"
        case 4: return "\(1 + chance.below(3)) * (\(expression(.duration, depth: depth)))"
        case 5: return taken(.duration, depth) ?? leaf(.duration)
        default: return either(.duration, depth)
        }
    }

    /// What a look-up in the calendar can stand around: no window within.
    private mutating func plain(_ kind: Shape.Kind, _ depth: Int) -> String {
        expression(kind, depth: min(depth, 1))
    }

    private mutating func time(_ depth: Int) -> String {
        switch chance.below(6) {
        case 0: return "\(expression(.time, depth: depth)) + \(expression(.duration, depth: depth))"
        case 1: return "hour_start(\(expression(.time, depth: depth)))"
        case 2, 3: return taken(.time, depth) ?? leaf(.time)
        default: return either(.time, depth)
        }
    }

    private mutating func date(_ depth: Int) -> String {
        switch chance.below(5) {
        case 4:
            return "add_working_days(\(plain(chance.pick([.time, .date]), depth)), \(plain(.integer, 0)))"
        case 0: return "date(\(expression(.time, depth: depth)))"
        case 1: return "\(expression(.date, depth: depth)) + \(chance.below(5))"
        default: return either(.date, depth)
        }
    }

    private mutating func value(_ kind: Shape.Kind, _ depth: Int) -> String {
        chance.holds(0.4) ? taken(kind, depth) ?? either(kind, depth) : either(kind, depth)
    }

    /// One of two values, by a condition or by which is known.
    private mutating func either(_ kind: Shape.Kind, _ depth: Int) -> String {
        let (first, second) = (expression(kind, depth: depth), expression(kind, depth: depth))
        switch chance.below(kind == .text || kind == .kind || kind == .flag ? 2 : 4) {
        case 0: return "coalesce(\(first), \(second))"
        case 1: return "case when \(expression(.flag, depth: depth)) then \(first) else \(second) end"
        case 2: return "least(\(first), \(second))"
        default: return "greatest(\(first), \(second))"
        }
    }

    private mutating func relation(_ isOrdered: Bool?) -> Shape.Relation? {
        let fitting = shape.relations.filter { isOrdered == nil || $0.isOrdered == isOrdered }
        return fitting.isEmpty || !related.isEmpty ? nil : chance.pick(fitting)
    }

    /// ` r where …`, or nothing.
    private mutating func condition(_ relation: Shape.Relation, _ depth: Int) -> String {
        guard chance.holds(0.75) else { return " r" }
        related = relation.target
        defer { related = [:] }
        return " r where \(expression(.flag, depth: max(1, depth)))"
    }

    private mutating func any(_ depth: Int) -> String? {
        relation(true).map { "any(\($0.name)\(condition($0, depth)))" }
    }

    private mutating func count(_ depth: Int) -> String? {
        relation(true).map { "count(\($0.name)\(condition($0, depth)))" }
    }

    /// A column of a related row: the first, the last, or the only one.
    private mutating func taken(_ kind: Shape.Kind, _ depth: Int) -> String? {
        guard let relation = relation(nil), let columns = relation.target[kind], !columns.isEmpty else { return nil }
        let column = chance.pick(columns)
        guard relation.isOrdered else { return "\(relation.name).\(column)" }
        return "\(chance.pick(["first", "last"]))(\(relation.name)\(condition(relation, depth))).\(column)"
    }

    private mutating func trailing() -> String? {
        guard let (key, time) = shape.window, related.isEmpty else { return nil }
        let rest = chance.holds(0.5) ? " where is_sound" : ""
        return "count_within(\(key), \(time), \(chance.pick(["1 h", "2 d", "setting.patience"]))\(rest))"
    }
}
