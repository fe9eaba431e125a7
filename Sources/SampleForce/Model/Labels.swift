/// How a contact reached the force, by its canonical name.
enum Channel: String {
    case emergency = "999"
    case nonEmergency = "101"
    case switchboard, livechat, online, alarm, partner, other
}

enum Direction: String {
    case inbound, outbound, `internal`
}

enum Disposition: String {
    case answered, abandoned, overflow, transferred, voicemail, blocked, test
    case callback = "callback_requested"
    case selfServed = "ivr_resolved"

    /// Ended by the network or the recorded menu, so that nobody was kept waiting.
    var neverQueued: Bool { self == .selfServed || self == .blocked }
}

enum AnsweredBy: String {
    case ivr, switchboard, triage, handler
}

enum TriageOutcome: String {
    case incident = "incident_created"
    case advice, signposted, partner
    case selfServe = "self_serve"
    case update = "update_on_crime"
    case other

    /// Outcomes that need nobody else.
    var isResolved: Bool { [.advice, .signposted, .partner, .selfServe].contains(self) }
}

/// Where the telephone system sends a call: its number, and the queue it names.
struct Queue: Sendable {
    let number: String
    let name: String

    static let emergency = Queue(number: "99901", name: "999 Emergency")
    static let neighbour = Queue(number: "99902", name: "999 Barsetshire Overflow")
    static let main = Queue(number: "10101", name: "101 Main")
    static let controlRoom = Queue(number: "10102", name: "101 Control Room")
    static let triage = Queue(number: "10103", name: "101 Triage Desk")
    static let headquarters = Queue(number: "20001", name: "HQ Switchboard")
    static let alarms = Queue(number: "30001", name: "Alarm Line")
    static let partners = Queue(number: "30002", name: "Partner Line")
    static let enquiries = Queue(number: "40001", name: "Enquiry Offices")
    static let staff = Queue(number: "70001", name: "Staff Lines")
}
