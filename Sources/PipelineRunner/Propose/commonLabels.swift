/// Labels that telephone systems commonly give the values of our categories, folded to letters and digits. Only proposals
/// use them: what a force's labels stand for is what its own mapping says.
let commonLabels: [String: [String: String]] = [
    "direction": [
        "in": "inbound", "incoming": "inbound", "out": "outbound", "outgoing": "outbound", "int": "internal",
    ],
    "channel": [
        "webchat": "livechat", "chat": "livechat", "webform": "online", "onlineform": "online", "emergency": "999",
    ],
    "disposition": [
        "ans": "answered", "completed": "answered", "handled": "answered", "connected": "answered",
        "abn": "abandoned", "abd": "abandoned", "lost": "abandoned", "customerleft": "abandoned",
        "ovf": "overflow", "overflowout": "overflow", "xfr": "transferred", "xfer": "transferred",
        "transfer": "transferred", "cbk": "callback_requested", "callback": "callback_requested",
        "callbackrequested": "callback_requested", "ivr": "ivr_resolved", "vm": "voicemail", "blk": "blocked",
        "tst": "test", "testcall": "test",
    ],
    "answered_by_type": [
        "hand": "handler", "agent": "handler", "callhandler": "handler", "swb": "switchboard",
        "operator": "switchboard", "tri": "triage",
    ],
    "origin": [
        "emergency": "999", "nonemergency": "101", "webchat": "livechat", "chat": "livechat", "webform": "online",
        "onlinereport": "online", "frontcounter": "counter", "patrol": "officer", "radio": "officer",
        "selfinitiated": "officer", "officerinitiated": "officer", "partneragency": "partner", "intruderalarm": "alarm",
    ],
    "initial_grade": gradeLabels, "final_grade": gradeLabels, "grade_from": gradeLabels, "grade_to": gradeLabels,
    "rurality": [
        "u": "urban", "r": "rural", "urb": "urban", "rur": "rural", "town": "urban", "city": "urban",
        "village": "rural",
        "urbanarea": "urban", "ruralarea": "rural",
    ],
    "dash_status": ["yes": "completed", "y": "completed", "na": "not_applicable", "refused": "declined"],
    "delay_reason": [
        "delayforresource": "no_resource", "noresources": "no_resource", "nounits": "no_resource", "dr": "no_resource",
        "nra": "no_resource", "queue": "queue_management", "callerrequested": "caller_request",
    ],
    "status": [
        "clsd": "closed", "complete": "closed", "completed": "closed", "resulted": "closed", "live": "open",
        "active": "open",
        "canc": "cancelled", "canx": "cancelled", "dup": "duplicate", "transferred": "transferred_out",
        "testlog": "test",
    ],
    "resource_type": [
        "resp": "response", "irv": "response", "npt": "neighbourhood", "snt": "neighbourhood", "rpu": "traffic",
        "armed": "ARV", "firearms": "ARV", "scenesofcrime": "CSI", "soco": "CSI",
    ],
    "event_type": [
        "victimupdated": "victim_update", "callerupdated": "victim_update", "supervisorreview": "supervisor",
        "rethrived": "rethrive", "delayed": "delay",
    ],
    "triage_outcome": ["advicegiven": "advice", "partneragency": "partner"],
]

/// The grades that forces name alike; what others mean differs too much to be told.
private let gradeLabels = [
    "grade1": "1", "grade2": "2", "grade3": "3", "grade4": "4", "grade5": "5", "g1": "1", "g2": "2", "g3": "3",
    "g4": "4",
    "g5": "5", "immediate": "1", "emergency": "1", "priority": "2",
]

/// What a label most likely stands for: the same letters as an allowed value, or a common name of one.
func commonMeaning(of label: String, column: String, allowed: [String]) -> String? {
    let folded = letters(label)
    if let same = allowed.first(where: { letters($0) == folded }) { return same }
    if column == "outcome_code" { return outcomeCode(of: label, among: allowed) }
    // Tables share the names of columns, not their values.
    return [commonLabels, crimeLabels, offenderLabels].lazy.compactMap { $0[column]?[folded] }.first {
        allowed.contains($0)
    }
}
