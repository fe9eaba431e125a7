/// A sign beside a word: it never stands alone, so readers who do not see it lose nothing.
package enum Icon: String, Sendable, Hashable {
    case improving, concerning, neither, common
    case pass, fail, chance

    package var markup: Markup {
        .element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "class": "chart icon", "viewBox": "0 0 20 20",
                "aria-hidden": "true", "focusable": "false",
            ], shape)
    }

    private var shape: Markup {
        switch self {
        case .improving: Meaning.improving.shape(10, 10, size: 6)
        case .concerning: Meaning.concerning.shape(10, 10.5, size: 6.5)
        case .neither: Meaning.neither.shape(10, 10, size: 5.5)
        case .common: Meaning.common.shape(10, 10, size: 6)
        case .pass: Shapes.path("M3 5H17M5 15L10 9L15 15", "sign")
        case .fail: Shapes.path("M3 15H17M5 5L10 11L15 5", "sign")
        case .chance: Shapes.path("M3 10H17M4 14L7 6L11 15L14 6L16 11", "sign")
        }
    }
}
