import Charts
import Compute
import Definitions

/// Where a figure can be read about: on its own page where it has one, else at its place among the definitions.
struct FigureLinks {
    private let names: [String: String]
    private let computed: Set<String>
    /// From the page that the links stand on to the folder of the run: `../` on a KPI's own page.
    private let root: String

    init(_ material: PageMaterial, from root: String = "") {
        let definition = material.definition
        let named = definition.leftOut.map { ($0.id, $0.name) } + definition.figures.map { ($0.id, $0.name) }
        names = Dictionary(named) { _, last in last }
        let without = Set(material.uncomputed.map(\.kpi))
        computed = Set(definition.figures.map(\.id)).subtracting(without)
        self.root = root
    }

    func hasPage(_ id: String) -> Bool {
        computed.contains(id)
    }

    /// `C01 999 calls answered in time`, leading to its page or definition; words alone for an id that nothing defines.
    func named(_ id: String) -> Markup {
        link(id, words: [id, names[id]].compactMap { $0 }.joined(separator: " "))
    }

    /// The id alone, for lists of many.
    func short(_ id: String) -> Markup {
        link(id, words: id)
    }

    /// Leads to the place of a figure among the definitions.
    func definition(_ id: String, words: String) -> Markup {
        names[id] == nil ? Markup(words) : .link(words, to: "\(root)definitions.html#\(id)")
    }

    private func link(_ id: String, words: String) -> Markup {
        if hasPage(id) { return .link(words, to: root + figurePath(id)) }
        return definition(id, words: words)
    }
}

extension [Markup] {
    /// One after the other with commas between.
    var listed: Markup {
        enumerated().reduce(into: Markup()) { text, item in
            if item.offset > 0 { text.append(Markup(", ")) }
            text.append(item.element)
        }
    }
}
