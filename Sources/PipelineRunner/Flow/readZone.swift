import Definitions
import RunStore
package import Tables

/// Reads a time zone from the system's files, which are data like any other: their hash goes into the run record.
package func readZone(_ name: String) throws(Diagnostic) -> ZoneTable {
    let folder = System.environment("TZDIR") ?? "/usr/share/zoneinfo"
    let isPlain = !name.isEmpty && !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
    guard isPlain, System.kind(of: "\(folder)/\(name)") != nil else {
        throw Diagnostic(
            code: "E0298", "no time zone named '\(name)' on this machine",
            help: "write a name such as Europe/London as time_zone; if it is right, install tzdata")
    }
    return try ZoneTable(name: name, file: System.read("\(folder)/\(name)"))
}

/// The time zones of a pipeline's sources, by name.
func readZones(of definition: PipelineDefinition) throws -> [String: ZoneTable] {
    var zones: [String: ZoneTable] = [:]
    for name in Set(definition.sources.map(\.timeZone)) { zones[name] = try readZone(name) }
    return zones
}
