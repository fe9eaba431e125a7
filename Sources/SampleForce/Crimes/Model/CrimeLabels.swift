/// A value that each crime system writes in its own words.
protocol CrimeLabel {
    var connect: String { get }
    var niche: String { get }
}

extension CrimeLabel {
    func label(_ system: CrimeSystem) -> String { system == .connect ? connect : niche }
}

enum CrimeStatus: CrimeLabel {
    case open, closed, cancelled, transferred

    var connect: String {
        switch self {
        case .open: "LIVE"
        case .closed: "FILED"
        case .cancelled: "NO CRIME"
        case .transferred: "TRANSFERRED"
        }
    }
    var niche: String {
        switch self {
        case .open: "Open"
        case .closed: "Filed"
        case .cancelled: "Cancelled"
        case .transferred: "Transferred Out"
        }
    }
}

enum VictimType: String, CrimeLabel {
    case individual = "Individual"
    case business = "Business"
    case state = "State"
    case society = "Society"
    case unknown = "Unknown"

    var connect: String {
        switch self {
        case .individual: "IND"
        case .business: "BUS"
        case .state: "STA"
        case .society: "SOC"
        case .unknown: "UNK"
        }
    }
    var niche: String { rawValue }
}

/// The old system keeps the census codes, the new one only their groups.
struct Ethnicity: CrimeLabel {
    let connect: String
    let niche: String

    static let all: [(Ethnicity, Int)] = [
        (Ethnicity(connect: "W1", niche: "White"), 62), (Ethnicity(connect: "W2", niche: "White"), 2),
        (Ethnicity(connect: "W9", niche: "White"), 8),
        (Ethnicity(connect: "A1", niche: "Asian or Asian British"), 4),
        (Ethnicity(connect: "A2", niche: "Asian or Asian British"), 4),
        (Ethnicity(connect: "A9", niche: "Asian or Asian British"), 2),
        (Ethnicity(connect: "B1", niche: "Black or Black British"), 3),
        (Ethnicity(connect: "B2", niche: "Black or Black British"), 3),
        (Ethnicity(connect: "M1", niche: "Mixed"), 2), (Ethnicity(connect: "M9", niche: "Mixed"), 1),
        (Ethnicity(connect: "O9", niche: "Other"), 2),
    ]
    static let declined = Ethnicity(connect: "NS", niche: "Declined")
    static let notAsked = Ethnicity(connect: "NA", niche: "Not Asked")
}

enum Sex: String, CrimeLabel {
    case female = "Female"
    case male = "Male"
    case other = "Other"
    case declined = "Declined"
    case notAsked = "Not Asked"

    var connect: String {
        switch self {
        case .female: "F"
        case .male: "M"
        case .other: "X"
        case .declined: "R"
        case .notAsked: "NA"
        }
    }
    var niche: String { rawValue }
}

enum AgeBand: String, CrimeLabel {
    case child = "Under 18"
    case young = "18-24"
    case adult = "25-34"
    case middle = "35-54"
    case older = "55 and over"
    case declined = "Declined"
    case notAsked = "Not Asked"

    var connect: String {
        switch self {
        case .child: "0-17"
        case .older: "55+"
        case .declined: "Refused"
        case .notAsked: "Not asked"
        default: rawValue
        }
    }
    var niche: String { rawValue }
}

enum Skill: Int, CrimeLabel {
    case none, one, two, three

    var connect: String { self == .none ? "N/R" : "PIP\(rawValue)" }
    var niche: String { self == .none ? "None" : "PIP \(rawValue)" }
}

enum WithdrawalRecord: String, CrimeLabel {
    case statement = "Statement"
    case video = "Body Worn Video"
    case notebook = "Pocket Notebook"
    case letter = "Letter"
    case none = "None"

    var connect: String {
        switch self {
        case .statement: "MG11"
        case .video: "BWV"
        case .notebook: "PNB"
        case .letter: "LETTER"
        case .none: "NONE"
        }
    }
    var niche: String { rawValue }
}

enum VictimView: String, CrimeLabel {
    case supports = "Supports"
    case opposes = "Opposes"
    case noView = "No View"
    case unreachable = "Unable to Contact"
    case notRecorded = "Not Recorded"

    var connect: String {
        switch self {
        case .supports: "SUP"
        case .opposes: "OPP"
        case .noView: "NOV"
        case .unreachable: "UTC"
        case .notRecorded: "NR"
        }
    }
    var niche: String { rawValue }
}

enum CrimeEventType: String, CrimeLabel {
    case review = "Supervisor Review"
    case contact = "Victim Contact"
    case notice = "Victim Notification"
    case arrest = "Arrest"
    case interview = "Interview"
    case release = "Release"
    case bail = "Bail Variation"
    case charge = "Charge"
    case noInvestigation = "Decision Not To Investigate"

    var connect: String {
        switch self {
        case .review: "SUPV REVIEW"
        case .contact: "VICTIM CONTACT"
        case .notice: "VICTIM NOTICE"
        case .arrest: "ARREST"
        case .interview: "INTERVIEW"
        case .release: "RELEASE"
        case .bail: "BAIL CHANGE"
        case .charge: "CHARGE"
        case .noInvestigation: "NO INVEST"
        }
    }
    var niche: String { rawValue }

    /// One that the victim is to be told of.
    var isDecision: Bool { [.arrest, .interview, .release, .bail, .noInvestigation].contains(self) }
}
