extension Layout {
    /// Chats and forms: a system of its own with ISO times and offsets.
    static let digital = Layout(
        source: "digital",
        columns: [
            (.id, "Contact Ref"), (.channel, "Channel"), (.topic, "Topic"), (.start, "Started"),
            (.answered, "Accepted"), (.abandoned, "Left"), (.stop, "Closed"), (.talk, "Active Secs"),
            (.wrap, "Wrap Secs"), (.disposition, "Status"), (.agent, "Advisor"), (.caller, "Contact No"),
        ],
        encoding: .utf8WithMark, delimiter: ";", lineEnd: "\n", quotesAll: false, render: digitalCells,
        fileName: { "digital_\($0).csv" })
}

private func digitalCells(_ leg: Leg, _ call: Call) -> [Field: String] {
    var cells: [Field: String] = [
        .id: leg.id,
        .topic: leg.topic,
        .start: isoStamp(leg.offered),
        .answered: leg.answered.map(isoStamp) ?? "",
        .abandoned: leg.abandoned.map(isoStamp) ?? "",
        .stop: isoStamp(leg.ended),
        .talk: leg.talk.map { "\($0)" } ?? "",
        .wrap: leg.wrap.map { "\($0)" } ?? "",
        .agent: leg.agent.map { "W\($0)" } ?? "n/a",
        .caller: leg.caller ?? (leg.offered % 2 == 0 ? "Anonymous" : ""),
    ]
    cells[.channel] = call.intent.channel == .online ? "Web Form" : "Live Chat"
    cells[.disposition] =
        switch leg.disposition {
        case .answered: "Completed"
        case .abandoned: "Customer Left"
        default: "Test"
        }
    return cells
}
