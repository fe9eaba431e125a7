/// Calls at the hours that clocks repeat or skip: 01:30 twice on 26 October 2025, and 01:15 on 29 March 2026 from a
/// server whose clock had not gone forward.
enum ClockChange {
    static let doubled = [1_761_438_600, 1_761_442_200]
    static let missing = [1_774_746_900, 1_774_746_960]

    static func requests(in month: Month) -> [EmergencyRequest] {
        if month == Month(2025, 10) { return doubled.map { EmergencyRequest(time: $0, isPlanted: true) } }
        guard month == Month(2026, 3) else { return [] }
        return missing.map { EmergencyRequest(time: $0, isPlanted: true, clockUnadjusted: true) }
    }
}

extension ClockChange {
    /// Every time of the planted calls lies in the hour: four cells of each.
    static func planted(in month: Month) -> [FileTruth.Planted] {
        let (name, code, count) =
            switch month {
            case Month(2025, 10): ("01:30 on the night the clocks went back", "T01", doubled.count)
            case Month(2026, 3): ("01:15 on the night the clocks went forward", "T02", missing.count)
            default: ("", "", 0)
            }
        guard count > 0 else { return [] }
        return ["network_connected_at", "offered_at", "answered_at", "ended_at"].map {
            FileTruth.Planted(fault: name, rule: "DQ24", code: code, column: $0, fate: "accepted", count: count)
        }
    }
}
