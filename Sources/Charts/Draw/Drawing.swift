/// A finished chart: its size, its name and description for those who do not see it, and its shapes.
package struct Drawing: Sendable, Hashable {
    /// Unique on a page; ids of its parts begin with it.
    package let id: String
    package let title: String
    package let description: String
    package let width: Double
    package let height: Double
    let style: String
    let body: Markup

    init(
        id: String, title: String, description: String, width: Double, height: Double, style: String = "chart",
        body: Markup
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.width = width
        self.height = height
        self.style = style
        self.body = body
    }

    /// The chart as it stands in a page, whose style holds `chartStyle`.
    package var markup: Markup {
        svg(height: height, Markup(), body)
    }

    /// The chart as a file of its own: with its style, marking, headline, and the line that says where it is from.
    package func file(marking: String, heading: String, source: String) -> String {
        let size = 15.0
        let lines = wrapped(heading, to: width - 16, size: size, isBold: true, lines: 2)
        let top = 28 + Double(lines.count) * 20
        var dress = Shapes.text(marking, width / 2, 16, "marking", .middle)
        for (place, line) in lines.enumerated() {
            dress.append(Shapes.text(line, 8, 38 + Double(place) * 20, "heading"))
        }
        dress.append(.element("g", ["transform": "translate(0 \(fixedPoint(top)))"], body))
        var y = top + height + 16
        for line in wrapped(source, to: width - 16, size: 12, lines: 2) {
            dress.append(Shapes.text(line, 8, y, "key"))
            y += 16
        }
        dress.append(Shapes.text(marking, width / 2, y + 4, "marking", .middle))
        let whole = y + 12
        let panel = Shapes.rectangle(0, 0, width, whole, "panel")
        let svg = svg(height: whole, .element("style", [:], Markup(chartStyle)), panel + dress)
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg.text + "\n"
    }

    private func svg(height: Double, _ style: Markup, _ content: Markup) -> Markup {
        .element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "class": self.style, "id": id, "role": "img",
                "aria-labelledby": "\(id)-title \(id)-desc",
                "viewBox": "0 0 \(fixedPoint(width)) \(fixedPoint(height))",
            ],
            style + .element("title", ["id": "\(id)-title"], Markup(title))
                + .element("desc", ["id": "\(id)-desc"], Markup(description)) + content)
    }
}

/// An id for a part of a page from words such as a KPI's id: letters, digits, hyphens and underscores as they are.
package func partID(_ words: String...) -> String {
    words.joined(separator: "-").map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "-" }
        .reduce(into: "") { $0.append($1) }
}
