/// The codes of faults found in expressions.
enum ExpressionCode {
    static let syntax = "E0201"
    static let unterminatedText = "E0202"
    static let parenthesis = "E0203"
    static let foreign = "E0204"
    static let literal = "E0205"
    static let unknownColumn = "E0210"
    static let unknownFunction = "E0211"
    static let unknownRelation = "E0212"
    static let unknownSetting = "E0213"
    static let unknownSource = "E0214"
    static let unknownValue = "E0215"
    static let type = "E0220"
    static let arguments = "E0221"
    static let relation = "E0222"
    static let null = "E0223"
}
