/// Why a record or a cell could not be read. The raw value is the stable code printed in `.faults.csv` and explained by
/// `pipeline help CODE`.
package enum FaultCode: String, Sendable, Hashable, CaseIterable {
    // The record.
    case strayQuote = "R01"
    case openQuote = "R02"
    case undeclaredLineBreak = "R03"
    case tooLong = "R04"
    case nulByte = "R05"
    case invalidEncoding = "R06"
    case tooFewFields = "R07"
    case tooManyFields = "R08"
    // A cell.
    case unreadableTime = "V01"
    case unreadableDate = "V02"
    case unreadableNumber = "V03"
    case unreadableDuration = "V04"
    case unreadableFlag = "V05"
    case unknownCategory = "V06"
    case noReference = "V07"
    case implausibleTime = "V08"
    /// `2.2E+07` in an id: a spreadsheet has destroyed the digits.
    case spoiledIdentifier = "V09"
    case missingRequired = "V10"
    /// 31 February, 24:10.
    case impossibleTime = "V11"
    // Resolved by rule and only counted (DQ24).
    case doubledHour = "T01"
    case missingHour = "T02"
}

extension FaultCode {
    /// Whether a cell with this fault reads as empty, so that only a required one rejects its record.
    var blanksCell: Bool {
        switch self {
        case .unknownCategory, .noReference, .implausibleTime: true
        default: false
        }
    }
}
