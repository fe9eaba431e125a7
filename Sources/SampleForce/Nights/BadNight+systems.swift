import Foundation

extension BadNight {
    /// Nights on which an export of command and control or of a crime system went wrong, made of what has been written.
    static func ofOtherSystems(in tree: Tree) throws -> [BadNight] {
        let logs = try tree.read("second-night/incidents/cad_logs_20261001.csv")
        let events = try tree.read("second-night/crimes/niche_events_20261001.csv")
        let oldEvents = try tree.read("second-night/crimes/connect_events_20261001.csv")
        let outcomes = try tree.readUnpacked("loamshire/crimes/outcomes_20260930.txt.gz")
        return [
            BadNight(
                name: "logs-cut", file: "incidents/cad_logs_20261001.csv", bytes: cutInALine(logs),
                what: "the transfer of the logs broke off in the middle of a record"),
            BadNight(
                name: "logs-header-renamed", file: "incidents/cad_logs_20261001.csv",
                bytes: renamed(logs, "Created", "Created At", between: 44),
                what: "an update of command and control renamed Created to Created At"),
            BadNight(
                name: "crime-events-cut", file: "crimes/connect_events_20261001.csv", bytes: cutInALine(oldEvents),
                what: "the transfer of the old crime system's entries broke off in the middle of a record"),
            BadNight(
                name: "crime-events-header-renamed", file: "crimes/niche_events_20261001.csv",
                bytes: renamed(events, "EventTime", "Event Time", between: 59),
                what: "an update of the crime system renamed EventTime to Event Time"),
            BadNight(
                name: "outcomes-yesterdays-file", file: "crimes/outcomes_20261001.txt.gz", bytes: outcomes,
                what: "the outcomes of the night before under the new date: a copy that replaces itself"),
        ]
    }

    /// Two thirds, and the beginning of the line after.
    private static func cutInALine(_ bytes: [UInt8]) -> [UInt8] {
        let end = bytes[(bytes.count * 2 / 3)...].firstIndex(of: 10) ?? bytes.count - 1
        return Array(bytes[...min(end + 24, bytes.count - 1)])
    }

    /// With another name for one column, wherever a line has it as a whole cell.
    private static func renamed(_ bytes: [UInt8], _ old: String, _ new: String, between mark: UInt8) -> [UInt8] {
        let wanted = [mark] + Array(old.utf8) + [mark]
        guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: wanted) }) else { return bytes }
        return bytes[..<place] + [mark] + Array(new.utf8) + [mark] + bytes[(place + wanted.count)...]
    }
}

extension Tree {
    fileprivate func read(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(name)")))
    }
}
