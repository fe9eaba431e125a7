/// One contact with its segments.
struct Call {
    var intent: Intent
    var legs: [Leg]
    /// Belongs to a story (repeat caller, call again after hanging up, clock change) that no planted fault may disturb.
    var isStory = false

    var started: Int { legs[0].offered }
    var month: Month { Month(of: started) }

    /// One segment and no story: what a planted fault may touch without changing anything else.
    var isPlain: Bool {
        legs.count == 1 && !isStory && !intent.isTest && intent.direction == .inbound && legs[0].callbackDue == nil
            && legs[0].triage == nil && !legs[0].opensLog
    }
}
