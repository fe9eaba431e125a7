package import Charts

extension Markup {
    /// A paragraph of words.
    package static func paragraph(_ words: String) -> Markup {
        .element("p", [:], Markup(words))
    }

    /// A paragraph of what is already markup.
    package static func paragraph(_ content: Markup) -> Markup {
        .element("p", [:], content)
    }

    /// The title of a part of a page, at the second to fourth level.
    package static func heading(_ words: String, level: Int = 2) -> Markup {
        switch level {
        case 2: .element("h2", [:], Markup(words))
        case 3: .element("h3", [:], Markup(words))
        default: .element("h4", [:], Markup(words))
        }
    }

    /// A link to another page of the run or to a place in this one.
    package static func link(_ words: String, to address: String) -> Markup {
        .element("a", ["href": address], Markup(words))
    }

    /// Points in no order.
    package static func list(_ items: [Markup]) -> Markup {
        .element("ul", [:], items.map { Markup.element("li", [:], $0) }.joined)
    }

    /// What things are called and what they are.
    package static func terms(_ pairs: [(term: String, description: Markup)]) -> Markup {
        .element(
            "dl", [:],
            pairs.map { .element("dt", [:], Markup($0.term)) + .element("dd", [:], $0.description) }.joined)
    }

    /// A part of a page with its title, which other places can link to by its id.
    package static func section(_ id: String, _ title: String, _ content: Markup) -> Markup {
        .element(
            "section", ["id": id, "aria-labelledby": "\(id)-title"],
            .element("h2", ["id": "\(id)-title"], Markup(title)) + content)
    }

    /// Words that a stylesheet shows in its own way; the words alone say everything.
    package static func span(_ words: String, as name: String) -> Markup {
        .element("span", ["class": name], Markup(words))
    }
}
