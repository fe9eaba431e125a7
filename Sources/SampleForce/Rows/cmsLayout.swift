extension Layout {
    /// The old telephone system: durations instead of times of answer, and only the clock of the segment's end.
    static func cms(_ month: Month) -> Layout {
        Layout(
            source: "calls_cms",
            columns: [
                (.id, "UCID"), (.seq, "Seg"), (.parent, "Parent UCID"), (.callDate, "Call Date"),
                // A new release of the system renamed the column.
                (.start, month.id < "2025-01" ? "Seg Start" : "Segment Start"), (.number, "VDN"), (.queue, "Split"),
                (.direction, "Dir"), (.network, "BT Connect"), (.queueTime, "Queue Time"), (.ringTime, "Ring Time"),
                (.stop, "Seg Stop"), (.talk, "Talk Time"), (.hold, "Hold Time"), (.wrap, "ACW Time"),
                (.disposition, "Disp"), (.answeredBy, "Ans Type"), (.transferTo, "Xfer To"), (.agent, "Agent"),
                (.caller, "Calling Pty"), (.outcome, "Outcome"), (.callbackDue, "CB Due"), (.callbackMade, "CB Made"),
                (.logDate, "Log Date"), (.logNumber, "Log No"), (.note, "Agent Note"),
            ],
            encoding: .windows1252, delimiter: ",", lineEnd: "\r\n", quotesAll: false, render: cmsCells,
            fileName: { "cms_calls_\($0).csv" })
    }
}

private func cmsCells(_ leg: Leg, _ call: Call) -> [Field: String] {
    var cells = commonCells(leg) { disposition in
        switch disposition {
        case .answered: "ANS"
        case .abandoned: "ABN"
        case .overflow: "OVF"
        case .transferred: "XFR"
        case .callback: "CBK"
        case .selfServed: "IVR"
        case .voicemail: "VM"
        case .blocked: "BLK"
        case .test: "TST"
        }
    }
    let wait = (leg.answered ?? leg.abandoned ?? leg.ended) - leg.offered
    cells[.callDate] = britishDate(UKClock.local(leg.offered).day)
    cells[.start] = britishStamp(UKClock.local(leg.offered))
    cells[.network] = leg.networkConnected.map { britishStamp(UKClock.local($0)) } ?? ""
    cells[.queueTime] = clockText(wait - leg.ring)
    cells[.ringTime] = clockText(leg.ring)
    cells[.stop] = clockText(UKClock.local(leg.ended).second)
    cells[.talk] = clockText(leg.talk ?? 0)
    cells[.hold] = clockText(leg.hold ?? 0)
    cells[.wrap] = clockText(leg.wrap ?? 0)
    cells[.callbackDue] = leg.callbackDue.map { britishStamp(UKClock.local($0)) } ?? ""
    cells[.callbackMade] = leg.callbackMade.map { britishStamp(UKClock.local($0)) } ?? ""
    return cells
}
