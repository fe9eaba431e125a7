/// The shape of one system's export: its columns in order and how it writes times and labels.
struct Layout: Sendable {
    enum Encoding { case windows1252, utf8, utf8WithMark, utf16 }

    let source: String
    /// Canonical fields and the headers that the export gives them.
    var columns: [(field: Field, header: String)]
    let encoding: Encoding
    let delimiter: Character
    let lineEnd: String
    let quotesAll: Bool
    let render: @Sendable (Leg, Call) -> [Field: String]
    /// The name of the file for a date such as `20250831`.
    let fileName: @Sendable (String) -> String

    var headers: [String] { columns.map(\.header) }

    static func forCalls(of month: Month) -> Layout {
        switch month.id {
        case ..<"2025-09": .cms(month)
        case "2025-11": .supplier
        case "2026-02": .excel
        default: .acd
        }
    }
}
