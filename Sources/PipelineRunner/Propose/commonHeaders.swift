/// Headers that telephone systems commonly give the columns of our tables, folded to letters and digits. Only proposals use
/// them: what a force maps is what its own file says.
private let callHeaders: [String: [String]] = [
    "call_id": [
        "ucid", "callref", "callreference", "contactref", "contactid", "interactionid", "conversationid",
        "cadeventnumber", "eventnumber", "callnumber", "callno",
    ],
    "leg_seq": ["seg", "segment", "leg", "segmentno", "legno"],
    "parent_call_id": ["parentucid", "parentcallid", "originalcallid"],
    "channel": ["vdn", "line", "mediatype", "contacttype", "calltype", "dnis"],
    "queue": ["splitskill", "split", "skill", "skillset", "queuename", "topic"],
    "direction": ["dir", "calldirection"],
    "network_connected_at": ["btconnect", "networkconnect", "connecttime"],
    "offered_at": [
        "segmentstart", "segstart", "offered", "started", "starttime", "callstart", "arrivaltime", "timeoffered",
        "timequeued",
        "originaltimequeued", "calldatetime", "datetime", "timereceived",
    ],
    "answered_at": ["answered", "accepted", "answertime", "timeanswered"],
    "abandoned_at": ["abandoned", "abandontime", "left", "timeabandoned"],
    "ended_at": ["segmentstop", "segstop", "ended", "closed", "endtime", "callend"],
    "wait_s": ["queuetime", "waittime", "timetoanswer", "speedofanswer"],
    "talk_s": ["talktime", "talksecs", "activesecs"],
    "hold_s": ["holdtime", "holdsecs"],
    "wrap_s": ["acwtime", "acw", "wraptime", "wrapsecs", "aftercallwork"],
    "disposition": ["disp", "status", "result", "calloutcome"],
    "answered_by_type": ["anstype", "answertype"],
    "transfer_to_queue": ["xferto", "transferto", "transferredto"],
    "agent_hash": ["agent", "agentid", "advisor", "handler"],
    "caller_hash": ["callingpty", "callingparty", "ani", "cli", "callerid", "contactno", "phonenumber"],
    "triage_outcome": ["outcome", "triage"],
    "callback_due_at": ["cbdue", "callbackdue"],
    "callback_made_at": ["cbmade", "callbackmade"],
    "incident_id": ["logno", "incidentno", "incidentref"],
]

/// The headers that are commonly given to a column of a table.
func commonHeaders(of column: String, in table: String) -> [String] {
    switch table {
    case "calls": callHeaders[column] ?? []
    case "crimes", "crime_events", "outcomes": crimeHeaders[column] ?? incidentHeaders[column] ?? []
    default: offenderHeaders[table].map { $0[column] ?? crimeHeaders[column] ?? [] } ?? incidentHeaders[column] ?? []
    }
}
