package import Expressions

extension FigureDefinition {
    /// Every expression of the figure with the key it is written under.
    package var expressions: [(key: String, expression: TypedExpression)] {
        var all: [(key: String, expression: TypedExpression)] = []
        all += among.conditions.map { ("among", $0) }
        all += among.exclusions.map { ("among", $0.condition) }
        if let due { all.append(("due", due)) }
        switch measure {
        case .count, .countPerHour, .difference, .ratioOf: break
        case .share(let value): all.append(("share", value))
        case .mean(let value): all.append(("mean", value))
        case .sum(let value): all.append(("sum", value))
        case .quantiles(of: let value, _): all.append(("quantiles", value))
        case .bands(of: let value, _, _): all.append(("bands", value))
        case .mix(let value): all.append(("mix", value))
        case .per(key: let key, _): all.append(("per", key))
        case .survival(let from, let until): all += [("survival", from), ("survival", until)]
        }
        if let immature { all.append(("immature", immature)) }
        if let triangle { all.append(("triangle", triangle.until)) }
        return all
    }
}
