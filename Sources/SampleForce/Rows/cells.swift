/// The cells that every telephone export has in common.
func commonCells(_ leg: Leg, _ label: (Disposition) -> String) -> [Field: String] {
    var cells: [Field: String] = [
        .id: leg.id,
        .seq: "\(leg.seq)",
        .parent: leg.parentID ?? "",
        .number: leg.queue.number,
        .queue: leg.queue.name,
        .disposition: label(leg.disposition),
        .transferTo: leg.transferTo ?? "",
        .agent: leg.agent.map { "A\($0)" } ?? "",
        .caller: callerCell(leg),
        .note: leg.note,
    ]
    cells[.direction] =
        switch leg.direction {
        case .inbound: "IN"
        case .outbound: "OUT"
        case .internal: "INT"
        }
    cells[.answeredBy] =
        switch leg.answeredBy {
        case .handler: "HAND"
        case .switchboard: "SWB"
        case .triage: "TRI"
        case .ivr: "IVR"
        case nil: ""
        }
    cells[.outcome] =
        switch leg.triage {
        case .incident: "Incident created"
        case .advice: "Advice given"
        case .signposted: "Signposted"
        case .partner: "Partner agency"
        case .selfServe: "Self serve"
        case .update: "Update on crime"
        case .other: "Other"
        case nil: ""
        }
    if let log = leg.logID {
        cells[.logDate] = britishDate(log.day)
        cells[.logNumber] = "\(log.number)"
    }
    return cells
}

/// The caller's number, or one of the ways in which exports say that there is none.
private func callerCell(_ leg: Leg) -> String {
    if let caller = leg.caller { return caller }
    guard leg.direction == .inbound else { return "" }
    return ["Withheld", "Withheld", "Unknown", "Withheld", "0000", ""][leg.offered % 6]
}
