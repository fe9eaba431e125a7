/// The exports of crimes: two systems' crimes and events, and one history of outcomes.
enum CrimeSource: String, CaseIterable {
    case connect = "crimes_connect"
    case niche = "crimes_niche"
    case connectEvents = "crime_events_connect"
    case nicheEvents = "crime_events_niche"
    case outcomes

    static func crimes(_ system: CrimeSystem) -> CrimeSource { system == .connect ? .connect : .niche }
    static func events(_ system: CrimeSystem) -> CrimeSource { system == .connect ? .connectEvents : .nicheEvents }

    /// The entries of a span of days; the others are a whole copy every night.
    static let windows: [CrimeSource] = [.connectEvents, .nicheEvents]

    var format: ExportFormat {
        switch self {
        case .connect:
            ExportFormat(
                source: rawValue, folder: "crimes", stem: "connect_crimes",
                titles: ["Loamshire Police - CONNECT - Crime extract", ""], headers: CrimeColumn.connect,
                hasGrandTotal: true)
        case .niche:
            ExportFormat(
                source: rawValue, folder: "crimes", stem: "niche_crimes", headers: CrimeColumn.niche,
                encoding: .utf8WithMark, lineEnd: "\n", hasControl: false)
        case .connectEvents:
            ExportFormat(
                source: rawValue, folder: "crimes", stem: "connect_events",
                headers: ["Crime No", "Event Date", "Event Type", "Decision Date", "Officer", "Person Ref"],
                delimiter: "|")
        case .nicheEvents:
            ExportFormat(
                source: rawValue, folder: "crimes", stem: "niche_events",
                headers: ["OccurrenceNo", "EventTime", "EventType", "DecisionTime", "OfficerCollar", "PersonRef"],
                delimiter: ";", encoding: .utf8WithMark, lineEnd: "\n", hasControl: false)
        case .outcomes:
            ExportFormat(
                source: rawValue, folder: "crimes", stem: "outcomes", ending: "txt",
                headers: ["System", "Crime Ref", "Outcome", "Outcome Date", "Entered", "Superseded"], delimiter: "\t",
                encoding: .utf8, lineEnd: "\n")
        }
    }
}
