import Definitions
import Tables

extension SourceRows {
    /// A reason for rejection in the words of a reader: `offered_at is no time as declared`.
    func describe(_ reason: RejectionReason) -> String {
        if reason.code == RejectionReason.conflict {
            return "\(key.joined(separator: ", ")) not unique and the rows differ"
        }
        guard let code = FaultCode(rawValue: reason.code) else {
            return ruleNames[reason.rule].map { "\(reason.rule) fails: \($0)" } ?? "\(reason.rule) fails"
        }
        guard reason.column >= 0 else { return code.words }
        return "\(columns[Int(reason.column)].name) \(code.words)"
    }
}

extension FaultCode {
    /// What is wrong, as the end of a sentence that begins with the column; of a record, the whole of it.
    package var words: String {
        switch self {
        case .strayQuote: "stray quote"
        case .openQuote: "quote that is never closed"
        case .undeclaredLineBreak: "line break in a column that may hold none"
        case .tooLong: "record too long"
        case .nulByte: "NUL byte"
        case .invalidEncoding: "bytes that are no text in the declared encoding"
        case .tooFewFields: "fewer cells than the header"
        case .tooManyFields: "more cells than the header"
        case .unreadableTime: "is no time as declared"
        case .unreadableDate: "is no date as declared"
        case .unreadableNumber: "is no number as declared"
        case .unreadableDuration: "is no duration as declared"
        case .unreadableFlag: "is neither yes nor no"
        case .unknownCategory: "is none of the values known"
        case .noReference: "is not in its reference table"
        case .implausibleTime: "is a time nobody believes"
        case .spoiledIdentifier: "is an identifier that a spreadsheet has spoiled"
        case .missingRequired: "is empty and required"
        case .impossibleTime: "is a time that does not exist"
        case .doubledHour: "lies in the hour that occurs twice"
        case .missingHour: "lies in the hour that does not occur"
        }
    }
}
