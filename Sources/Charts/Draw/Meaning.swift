/// What a point of a chart says, drawn as a shape and a colour and written as a word.
package enum Meaning: String, Sendable, Hashable, CaseIterable {
    case improving, concerning, neither, common
    /// A month that limits do not judge.
    case plain
    /// A month that is part of the data only, or not final.
    case unfinished

    /// As a legend says it.
    package var words: String {
        switch self {
        case .improving: "special cause, improving"
        case .concerning: "special cause, concerning"
        case .neither: "special cause, neither better nor worse"
        case .common: "common cause"
        case .plain: "month without limits"
        case .unfinished: "part of a month, or not final"
        }
    }

    /// Square, triangle, diamond, circle, or a hollow circle: apart without any colour.
    func shape(_ x: Double, _ y: Double, size: Double) -> Markup {
        let style = "point \(rawValue)"
        switch self {
        case .improving:
            return Shapes.rectangle(x - size, y - size, 2 * size, 2 * size, style)
        case .concerning:
            let (wide, high) = (size * 1.25, size * 1.2)
            return Shapes.path(
                "M\(fixedPoint(x)) \(fixedPoint(y - high))L\(fixedPoint(x + wide)) \(fixedPoint(y + high * 0.85))"
                    + "L\(fixedPoint(x - wide)) \(fixedPoint(y + high * 0.85))Z", style)
        case .neither:
            let reach = size * 1.35
            return Shapes.path(
                "M\(fixedPoint(x)) \(fixedPoint(y - reach))L\(fixedPoint(x + reach)) \(fixedPoint(y))"
                    + "L\(fixedPoint(x)) \(fixedPoint(y + reach))L\(fixedPoint(x - reach)) \(fixedPoint(y))Z", style)
        case .common, .plain, .unfinished:
            return .element(
                "circle",
                ["class": style, "cx": fixedPoint(x), "cy": fixedPoint(y), "r": fixedPoint(size * 0.9)])
        }
    }
}
