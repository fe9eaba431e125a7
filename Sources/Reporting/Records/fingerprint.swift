package import Definitions
package import Ingest
package import Tables

/// SHA-256 over everything that decides a run's bytes: inputs, definitions, as-of, program, time zone, profile, key id.
///
/// Two runs with one fingerprint have one tree, so the second has nothing to write.
package func fingerprint(
    definition: PipelineDefinition, files: [FileAccount], asOf: AsOf, zone: ZoneTable, programVersion: String,
    profile: String, pseudonymKeyID: String?
) -> String {
    var lines = files.map { "input\t\($0.source)\t\($0.file)\t\($0.sha256)\t\($0.state.rawValue)" }
    lines += definition.files.map { "definition\t\($0.path)\t\(sha256Text($0.bytes))" }
    lines.sort { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    lines += [
        "as-of\t\(asOf.day)", "program\t\(programVersion)", "zone\t\(zone.name)\t\(sha256Text(zone.file))",
        "profile\t\(profile)", "key\t\(pseudonymKeyID ?? "")",
    ]
    return sha256Text(Array(lines.joined(separator: "\n").utf8))
}
