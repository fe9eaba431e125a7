package import Definitions
package import Ingest
package import Tables

/// SHA-256 over everything that decides a run's bytes: inputs, definitions, as-of, program, time zone, profile, key id.
///
/// A source that is left out without any file, because its export is late, is an input that is absent.
///
/// Two runs with one fingerprint have one tree, so the second has nothing to write.
private func fingerprint(
    definition: PipelineDefinition, ingest: IngestResult, asOf: AsOf, zone: ZoneTable, programVersion: String,
    profile: String, pseudonymKeyID: String?
) -> String {
    let files = ingest.files
    var lines = files.map { "input\t\($0.source)\t\($0.file)\t\($0.sha256)\t\($0.state.rawValue)" }
    lines += ingest.leftOut.filter { left in !files.contains { $0.source == left.source } }.map { "late\t\($0.source)" }
    lines += definition.files.map { "definition\t\($0.path)\t\(sha256Text($0.bytes))" }
    lines.sort { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    lines += [
        "as-of\t\(asOf.day)", "program\t\(programVersion)", "zone\t\(zone.name)\t\(sha256Text(zone.file))",
        "profile\t\(profile)", "key\t\(pseudonymKeyID ?? "")",
    ]
    return sha256Text(Array(lines.joined(separator: "\n").utf8))
}

/// The id of a run, which is also the name of its folder: the first 12 hexadecimal digits of its fingerprint. It is known
/// before anything is computed.
package func runID(
    definition: PipelineDefinition, ingest: IngestResult, asOf: AsOf, zone: ZoneTable, programVersion: String,
    profile: String = internalProfile, pseudonymKeyID: String?
) -> String {
    String(
        fingerprint(
            definition: definition, ingest: ingest, asOf: asOf, zone: zone, programVersion: programVersion,
            profile: profile, pseudonymKeyID: pseudonymKeyID
        ).prefix(12))
}
