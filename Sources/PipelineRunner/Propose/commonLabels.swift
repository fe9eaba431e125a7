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
    "triage_outcome": ["advicegiven": "advice", "partneragency": "partner"],
]

/// What a label most likely stands for: the same letters as an allowed value, or a common name of one.
func commonMeaning(of label: String, column: String, allowed: [String]) -> String? {
    let folded = letters(label)
    if let same = allowed.first(where: { letters($0) == folded }) { return same }
    return commonLabels[column]?[folded].flatMap { allowed.contains($0) ? $0 : nil }
}
