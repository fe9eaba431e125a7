/// What a column of some export tells about a segment.
enum Field: Hashable {
    case id, seq, parent, callDate, start, number, queue, direction, network
    case queueTime, ringTime, waitSeconds, answered, abandoned, stop
    case talk, hold, wrap, disposition, answeredBy, transferTo, agent, caller, outcome
    case callbackDue, callbackMade, logDate, logNumber, note
    case channel, topic
}
