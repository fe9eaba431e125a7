/// One segment of a call: a row of an export. Times are UTC seconds.
struct Leg {
    /// Counts the identifiers that the call was given: 0 for its first, 1 for the first transfer with a new one.
    var idStep = 0
    /// The step that a new identifier was transferred from.
    var parentStep: Int?
    var seq = 1
    var direction = Direction.inbound
    var queue: Queue
    var networkConnected: Int?
    var offered: Int
    var answered: Int?
    var abandoned: Int?
    var ended: Int
    /// The last seconds of the wait, in which a telephone rang.
    var ring = 0
    var talk: Int?
    var hold: Int?
    var wrap: Int?
    var disposition: Disposition
    var answeredBy: AnsweredBy?
    var transferTo: String?
    var agent: Int?
    /// Nothing when withheld.
    var caller: String?
    var triage: TriageOutcome?
    var callbackDue: Int?
    var callbackMade: Int?
    /// Whether an incident log was opened, and which once it is numbered.
    var opensLog = false
    var logID: LogID?
    /// Digital contacts: what they were about.
    var topic = ""
    var note = ""
    /// The server's clock had not gone forward.
    var clockUnadjusted = false
    /// Identifiers, once given.
    var id = ""
    var parentID: String?

    /// Picked up by a person: what the handling figures are taken over.
    var isHandled: Bool {
        answered != nil && direction == .inbound && disposition != .test && answeredBy != .ivr
    }
}
