package import Tables

/// Reads an expression. `location` is the place of the text's first character in its file, so that a fault points at the
/// offending word there.
package func parse(_ text: String, at location: Diagnostic.Location) throws(Diagnostic) -> SyntaxTree {
    let source = SourceText(text: text, location: location)
    var parser = Parser(source: source, tokens: try lex(source))
    return SyntaxTree(source: source, root: try parser.whole())
}
