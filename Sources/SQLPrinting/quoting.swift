/// An identifier in quotes, which no reserved word of any engine can harm.
func quoted(_ identifier: String) -> String {
    "\"" + identifier.replacing("\"", with: "\"\"") + "\""
}

/// A text literal.
func literal(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
}

/// A comment of its own line, whatever line breaks the text has.
func comment(_ text: String) -> String {
    "-- " + text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// A comment inside a line, which the text cannot end.
func remark(_ text: String) -> String {
    "/* " + text.replacing("*/", with: "* /") + " */"
}
