/// The few shapes that charts are drawn of: geometry in attributes, looks in classes.
enum Shapes {
    enum Anchor: String {
        case start, middle, end
    }

    static func text(_ words: String, _ x: Double, _ y: Double, _ style: String, _ anchor: Anchor = .start) -> Markup {
        .element(
            "text", ["class": style, "x": fixedPoint(x), "y": fixedPoint(y), "text-anchor": anchor.rawValue],
            Markup(words))
    }

    static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) -> Markup {
        path("M\(fixedPoint(x1)) \(fixedPoint(y1))L\(fixedPoint(x2)) \(fixedPoint(y2))", style)
    }

    static func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String) -> Markup {
        .element(
            "rect",
            [
                "class": style, "x": fixedPoint(x), "y": fixedPoint(y), "width": fixedPoint(width),
                "height": fixedPoint(height),
            ])
    }

    static func path(_ data: String, _ style: String) -> Markup {
        .element("path", ["class": style, "d": data])
    }

    /// A line through points in order, broken wherever there is none; a point alone between two breaks draws nothing.
    static func polylines(_ points: [(x: Double, y: Double)?], _ style: String) -> Markup {
        var data = ""
        var isDown = false
        for (place, point) in points.enumerated() {
            guard let point else {
                isDown = false
                continue
            }
            if isDown {
                data += "L\(fixedPoint(point.x)) \(fixedPoint(point.y))"
            } else if place + 1 < points.count, points[place + 1] != nil {
                data += "M\(fixedPoint(point.x)) \(fixedPoint(point.y))"
                isDown = true
            }
        }
        return data.isEmpty ? Markup() : path(data, style)
    }
}
