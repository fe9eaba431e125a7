/// Every colour of the charts, by what it means, on white and on the dark panel.
///
/// Sources: REPORTS.md section 1.4 for the light ones (the usual chart colours of health services fail on white); the
/// dark ones are measured by the same formula. Colour is never the only sign: shapes, dashes and words say the same.
package struct Palette: Sendable {
    package struct Token: Sendable {
        package let name: String
        package let light: String
        package let dark: String
        /// Text needs 4.5:1 against the panel, graphics 3:1, decoration nothing; ink on a shade is text.
        package let use: Use
    }

    package enum Use: Sendable {
        case panel, text, graphic, decoration, shade
    }

    package static let tokens = [
        Token(name: "panel", light: "#ffffff", dark: "#14181c", use: .panel),
        Token(name: "ink", light: "#222222", dark: "#ececec", use: .text),
        Token(name: "muted", light: "#595959", dark: "#b9bec4", use: .text),
        Token(name: "grid", light: "#dcdcdc", dark: "#343a40", use: .decoration),
        Token(name: "axis", light: "#6b6b6b", dark: "#9aa0a6", use: .graphic),
        Token(name: "improving", light: "#005eb8", dark: "#7ab8ff", use: .text),
        Token(name: "concerning", light: "#b35900", dark: "#ffa652", use: .text),
        Token(name: "neither", light: "#490092", dark: "#cbaaff", use: .text),
        Token(name: "common", light: "#6b6b6b", dark: "#b0b5ba", use: .graphic),
        Token(name: "limit", light: "#767676", dark: "#9aa0a6", use: .graphic),
        Token(name: "target", light: "#a80f0f", dark: "#ff9d94", use: .text),
        Token(name: "series-1", light: "#12436d", dark: "#8ab6e0", use: .graphic),
        Token(name: "series-2", light: "#801650", dark: "#e58cbd", use: .graphic),
        Token(name: "series-3", light: "#1f7a72", dark: "#58c9bf", use: .graphic),
        Token(name: "series-4", light: "#c04e13", dark: "#f79a66", use: .graphic),
        Token(name: "series-5", light: "#3d3d3d", dark: "#c4c4c4", use: .graphic),
        Token(name: "series-6", light: "#7a5cb0", dark: "#b9a0e8", use: .graphic),
        // Shades of a table behind its numbers, from few to many.
        Token(name: "heat-1", light: "#ffffff", dark: "#14181c", use: .shade),
        Token(name: "heat-2", light: "#e9f1f9", dark: "#16293a", use: .shade),
        Token(name: "heat-3", light: "#d0e2f2", dark: "#173750", use: .shade),
        Token(name: "heat-4", light: "#b4d0ea", dark: "#164566", use: .shade),
        Token(name: "heat-5", light: "#93bbe0", dark: "#13537d", use: .shade),
    ]

    /// The tokens as custom properties of CSS.
    static func properties(_ shade: (Token) -> String) -> String {
        tokens.map { "--\($0.name):\(shade($0))" }.joined(separator: ";")
    }
}
