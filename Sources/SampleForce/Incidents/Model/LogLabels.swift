/// 1 is the most urgent.
typealias Grade = Int

/// How a log began, by the export's word for it.
enum Origin: String {
    case emergency = "999"
    case nonEmergency = "101"
    case online = "WEB"
    case chat = "CHAT"
    case counter = "FRONT COUNTER"
    case alarm = "ALARM"
    case partner = "PARTNER"
    case officer = "OFFICER"
    case planned = "PRE-PLANNED"
    /// A label that the mapping does not know.
    case unknown = "TWITTER"

    var isPublic: Bool { [.emergency, .nonEmergency, .online, .chat, .counter].contains(self) }
    var isOurs: Bool { self == .officer || self == .planned }
}

enum Status: String {
    case open = "OPEN"
    case closed = "CLOSED"
    case cancelled = "CANCELLED"
    case duplicate = "DUPLICATE"
    case transferred = "OTHER FORCE"
    case test = "TEST"
    /// A label that the mapping does not know.
    case unknown = "CLOSED (A)"
}

enum Area: String {
    case sandford = "Sandford"
    case middlemarch = "Middlemarch"
    case casterbridge = "Casterbridge"
    case barchester = "Barchester"

    var short: String {
        switch self {
        case .sandford: "SA"
        case .middlemarch: "MM"
        case .casterbridge: "CB"
        case .barchester: "BA"
        }
    }
}

enum UnitType: String {
    case response = "RESP"
    case neighbourhood = "NPT"
    case traffic = "RPU"
    case armed = "ARV"
    case examiner = "CSI"
    case detective = "CID"
    case other = "OTH"
}

enum EntryKind: String {
    case thrive = "THRIVE"
    case rethrive = "RE-THRIVE"
    case update = "VICTIM UPDATE"
    case supervisor = "SUPERVISOR"
    case delay = "DELAY"
    case other = "LOG TEXT"
}

enum DASH: String {
    case completed = "Completed"
    case declined = "Declined"
    case notApplicable = "N/R"
    case notDone = "Not done"
}

enum DelayReason: String {
    case noUnit = "No unit"
    case queue = "Queue managed"
    case caller = "Caller request"
    case other = "Other"
}

/// What a log was opened as: the code, what it means (Pipelines/loamshire/tables/incident_codes.yaml), and how urgent
/// such logs are.
struct OpeningCode: Sendable {
    var name: String
    let isCrime: Bool
    let hasVictim: Bool
    /// Weights of grades 1 to 5.
    let grades: [Int]
    /// In ten-thousandths: that it is domestic abuse, and that a scene examiner is wanted.
    var domestic = 0
    var examined = 0

    /// The codes with their weights.
    static let all: [(OpeningCode, Int)] = [
        (
            OpeningCode(
                name: "DOM", isCrime: true, hasVictim: true, grades: [24, 60, 13, 3, 0], domestic: 10_000), 13
        ),
        (OpeningCode(name: "VAP", isCrime: true, hasVictim: true, grades: [36, 44, 15, 5, 0], domestic: 1200), 14),
        (OpeningCode(name: "BUR", isCrime: true, hasVictim: true, grades: [20, 30, 40, 10, 0], examined: 4500), 5),
        (OpeningCode(name: "ROB", isCrime: true, hasVictim: true, grades: [55, 40, 5, 0, 0], examined: 2500), 2),
        (OpeningCode(name: "SEX", isCrime: true, hasVictim: true, grades: [15, 50, 30, 5, 0], examined: 1500), 2),
        (OpeningCode(name: "THF", isCrime: true, hasVictim: true, grades: [6, 16, 50, 20, 8], examined: 600), 8),
        (OpeningCode(name: "DAM", isCrime: true, hasVictim: true, grades: [6, 25, 44, 20, 5], domestic: 800), 6),
        (OpeningCode(name: "SHP", isCrime: true, hasVictim: false, grades: [12, 25, 40, 18, 5]), 5),
        (OpeningCode(name: "DRG", isCrime: true, hasVictim: false, grades: [6, 20, 40, 24, 10]), 3),
        (OpeningCode(name: "ASB", isCrime: false, hasVictim: true, grades: [7, 25, 33, 25, 10]), 10),
        (OpeningCode(name: "NOI", isCrime: false, hasVictim: false, grades: [0, 5, 20, 45, 30]), 4),
        (OpeningCode(name: "RTC", isCrime: false, hasVictim: false, grades: [32, 43, 15, 10, 0]), 7),
        (OpeningCode(name: "OBS", isCrime: false, hasVictim: false, grades: [16, 38, 20, 16, 10]), 3),
        (OpeningCode(name: "MIS", isCrime: false, hasVictim: false, grades: [20, 55, 20, 5, 0]), 4),
        (
            OpeningCode(
                name: "CFW", isCrime: false, hasVictim: false, grades: [26, 49, 15, 10, 0], domestic: 300), 11
        ),
        (OpeningCode(name: "SUS", isCrime: false, hasVictim: false, grades: [26, 39, 20, 15, 0]), 8),
    ]
    static let alarm = OpeningCode(name: "ALM", isCrime: false, hasVictim: false, grades: [32, 48, 15, 5, 0])
}
