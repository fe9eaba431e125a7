package import Compute
package import Definitions
package import Ingest
package import Tables

/// The release profile that shows exact figures and every member.
package let internalProfile = "internal"

/// Everything that the files of one run are written from. It holds no clock, no process and no machine: the same
/// material gives the same bytes.
package struct RunMaterial: Sendable {
    package let definition: PipelineDefinition
    package let ingest: IngestResult
    package let compute: ComputeResult
    package let asOf: AsOf
    package let zone: ZoneTable
    package let programVersion: String
    package let profile: String
    /// Names the key that pseudonyms were made with, never the key.
    package let pseudonymKeyID: String?
    /// The first 12 hexadecimal digits of the fingerprint.
    package let run: String

    package init(
        definition: PipelineDefinition, ingest: IngestResult, compute: ComputeResult, asOf: AsOf, zone: ZoneTable,
        programVersion: String, profile: String = internalProfile, pseudonymKeyID: String? = nil
    ) {
        self.definition = definition
        self.ingest = ingest
        self.compute = compute
        self.asOf = asOf
        self.zone = zone
        self.programVersion = programVersion
        self.profile = profile
        self.pseudonymKeyID = pseudonymKeyID
        run = runID(
            definition: definition, ingest: ingest, asOf: asOf, zone: zone, programVersion: programVersion,
            profile: profile, pseudonymKeyID: pseudonymKeyID)
    }
}
