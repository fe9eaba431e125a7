/// As YAML takes it for a text: quoted unless it is plainly one.
func quoted(_ text: String) -> String {
    let isPlain =
        !text.isEmpty && text.first?.isLetter == true
        && text.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || $0 == " " || $0 == "_")
        }
    let words = ["yes", "no", "true", "false", "null", "on", "off", "y", "n"]
    if isPlain, !words.contains(text.lowercased()), text.last != " " { return text }
    return "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
}
