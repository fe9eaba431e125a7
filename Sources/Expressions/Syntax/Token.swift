/// One word or sign of an expression.
struct Token: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case name(String)
        case number(Int64, decimals: Int)
        case duration(Int64)
        case text(String)
        /// An operator, bracket, comma or dot.
        case sign(String)
        case end
    }

    let kind: Kind
    let range: Range<Int>
}

/// Words that the grammar gives a meaning; no column may bear them.
let keywords: Set<String> = [
    "and", "or", "not", "between", "in", "is", "null", "true", "false", "case", "when", "then", "else", "end", "where",
    "as_of", "setting",
]

/// Names that no column, population, relation, dimension or setting may have: words of the grammar, words that YAML or
/// a database reads as something else, and names of functions written without an argument.
package let reservedNames: Set<String> = keywords.union([
    "on", "off", "yes", "no", "y", "n", "start", "from", "at", "column",
])
