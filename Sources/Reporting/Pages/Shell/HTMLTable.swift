package import Charts

/// A table of a page: with a caption, headers that say what they are for, and numbers under each other, in a region
/// that scrolls by itself where the page is too narrow for it.
package struct HTMLTable: Sendable {
    package struct Column: Sendable {
        package let title: String
        package let isNumber: Bool

        package init(_ title: String, isNumber: Bool = false) {
            self.title = title
            self.isNumber = isNumber
        }
    }

    private let id: String
    private let caption: String
    private let columns: [Column]
    private var rows = Markup()

    /// How many rows were added.
    package private(set) var count = 0

    /// `id` is the caption's, once on a page.
    package init(id: String, caption: String, columns: [Column]) {
        self.id = id
        self.caption = caption
        self.columns = columns
    }

    /// Adds a row of words, the first of which names it. A cell is never empty.
    package mutating func add(_ cells: [String]) {
        add(cells.map { Markup($0) })
    }

    /// Adds a row, the first cell of which names it.
    package mutating func add(_ cells: [Markup]) {
        rows.open("tr")
        for (place, cell) in cells.enumerated() {
            if place == 0 {
                rows.open("th", ["scope": "row"])
            } else if place < columns.count, columns[place].isNumber {
                rows.open("td", ["class": "n"])
            } else {
                rows.open("td")
            }
            rows.append(cell.isEmpty ? Markup(notApplicable) : cell)
            rows.close(place == 0 ? "th" : "td")
        }
        rows.close("tr")
        count += 1
    }

    package var markup: Markup {
        let head = columns.map { column in
            column.isNumber
                ? Markup.element("th", ["scope": "col", "class": "n"], Markup(column.title))
                : Markup.element("th", ["scope": "col"], Markup(column.title))
        }.joined
        return .element(
            "div", ["class": "scroll", "role": "region", "aria-labelledby": id, "tabindex": "0"],
            .element(
                "table", [:],
                .element("caption", ["id": id], Markup(caption))
                    + .element("thead", [:], .element("tr", [:], head)) + .element("tbody", [:], rows)))
    }
}
