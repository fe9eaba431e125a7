extension Layout {
    /// The supplier's re-installed server: American dates, a 12-hour clock, seconds, every cell quoted.
    static let supplier = Layout(
        source: "calls_supplier",
        columns: [
            (.id, "UCID"), (.seq, "Seg"), (.parent, "Parent UCID"), (.start, "Start Time"), (.number, "VDN"),
            (.queue, "Queue Name"), (.direction, "Dir"), (.network, "BT Connect"), (.answered, "Answer Time"),
            (.abandoned, "Abandon Time"), (.stop, "End Time"), (.waitSeconds, "Wait Secs"), (.talk, "Talk Secs"),
            (.hold, "Hold Secs"), (.wrap, "Wrap Secs"), (.disposition, "Disp"), (.answeredBy, "Ans Type"),
            (.transferTo, "Xfer To"), (.agent, "Agent"), (.caller, "Calling Pty"), (.outcome, "Outcome"),
            (.callbackDue, "CB Due"), (.callbackMade, "CB Made"), (.logDate, "Log Date"), (.logNumber, "Log No"),
        ],
        encoding: .utf8, delimiter: ",", lineEnd: "\n", quotesAll: true, render: supplierCells,
        fileName: { "supplier_calls_\($0).csv" })
}

private func supplierCells(_ leg: Leg, _ call: Call) -> [Field: String] {
    // This server writes midnight where there is no time.
    func stamp(_ time: Int?) -> String {
        time.map { americanStamp(UKClock.local($0)) } ?? "00:00:00"
    }
    var cells = commonCells(leg, spokenDisposition)
    cells[.start] = stamp(leg.offered)
    cells[.network] = stamp(leg.networkConnected)
    cells[.answered] = stamp(leg.answered)
    cells[.abandoned] = stamp(leg.abandoned)
    cells[.stop] = stamp(leg.ended)
    cells[.waitSeconds] = leg.answered.map { "\($0 - leg.offered)" } ?? ""
    cells[.talk] = "\(leg.talk ?? 0)"
    cells[.hold] = "\(leg.hold ?? 0)"
    cells[.wrap] = "\(leg.wrap ?? 0)"
    cells[.callbackDue] = stamp(leg.callbackDue)
    cells[.callbackMade] = stamp(leg.callbackMade)
    return cells
}
