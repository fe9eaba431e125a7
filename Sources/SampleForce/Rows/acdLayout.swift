import Tables

extension Layout {
    /// The new telephone system: every time in full.
    static let acd = Layout(
        source: "calls_acd", columns: acdColumns, encoding: .windows1252, delimiter: ",", lineEnd: "\r\n",
        quotesAll: false, render: acdCells, fileName: { "calls_\($0).csv" })

    /// The same report saved from a spreadsheet as "Unicode Text".
    static let excel = Layout(
        source: "calls_excel", columns: acdColumns, encoding: .utf16, delimiter: "\t", lineEnd: "\r\n",
        quotesAll: false, render: acdCells, fileName: { "excel_calls_\($0).txt" })
}

private let acdColumns: [(field: Field, header: String)] = [
    (.id, "UCID"), (.seq, "Seg"), (.parent, "Parent UCID"), (.callDate, "Call Date"), (.start, "Segment Start"),
    (.number, "VDN"), (.queue, "Split/Skill"), (.direction, "Dir"), (.network, "BT Connect"), (.answered, "Answered"),
    (.abandoned, "Abandoned"), (.stop, "Segment Stop"), (.talk, "Talk Time"), (.hold, "Hold Time"),
    (.wrap, "ACW Time"), (.disposition, "Disp"), (.answeredBy, "Ans Type"), (.transferTo, "Xfer To"),
    (.agent, "Agent"), (.caller, "Calling Pty"), (.outcome, "Outcome"), (.callbackDue, "CB Due"),
    (.callbackMade, "CB Made"), (.logDate, "Log Date"), (.logNumber, "Log No"), (.note, "Agent Note"),
]

/// The new system's words for how a segment ended.
func spokenDisposition(_ disposition: Disposition) -> String {
    switch disposition {
    case .answered: "Answered"
    case .abandoned: "Abandoned"
    case .overflow: "Overflow Out"
    case .transferred: "Transferred"
    case .callback: "Call Back Requested"
    case .selfServed: "IVR Resolved"
    case .voicemail: "Voicemail"
    case .blocked: "Blocked"
    case .test: "Test Call"
    }
}

private func acdCells(_ leg: Leg, _ call: Call) -> [Field: String] {
    func stamp(_ time: Int?) -> String {
        time.map { britishStamp(leg.clockUnadjusted ? UKClock.unadjusted($0) : UKClock.local($0)) } ?? ""
    }
    var cells = commonCells(leg, spokenDisposition)
    cells[.callDate] = britishDate(UKClock.local(leg.offered).day)
    cells[.start] = stamp(leg.offered)
    cells[.network] = stamp(leg.networkConnected)
    cells[.answered] = stamp(leg.answered)
    cells[.abandoned] = stamp(leg.abandoned)
    cells[.stop] = stamp(leg.ended)
    cells[.talk] = clockText(leg.talk ?? 0)
    cells[.hold] = clockText(leg.hold ?? 0)
    cells[.wrap] = clockText(leg.wrap ?? 0)
    cells[.callbackDue] = stamp(leg.callbackDue)
    cells[.callbackMade] = stamp(leg.callbackMade)
    return cells
}
