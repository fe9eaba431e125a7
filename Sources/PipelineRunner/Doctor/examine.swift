package import Definitions
import RunStore
import Tables

/// Looks at everything that a night needs, in the order in which it needs it, and writes nothing.
///
/// - Parameter since: how long ago the last success may be, in milliseconds.
package func examine(
    folder: String, overrides: FolderOverrides, since: Int64, now: Int64 = System.now
) -> [DoctorFinding] {
    var findings = [examineProgram()] + examineOurs()
    let definition = Result { () throws(Diagnostics) in try loadPipeline(folder: folder, overrides: overrides) }
    findings += examineDefinitions(definition, folder: folder)
    guard let identity = identity(definition, folder: folder, overrides: overrides) else {
        return findings + [
            DoctorFinding(
                "folders", "\(folder)/pipeline.yaml cannot be read, so nobody knows where its figures go",
                remedy: "name the force's folder: pipeline doctor --pipeline DIR")
        ]
    }
    findings += examineRights(identity, key: (try? definition.get())?.pseudonymKey)
    findings += examineInputs(try? definition.get())
    findings.append(examineLock(identity, now: now))
    findings += examineAttempts(identity, since: since, now: now)
    findings += examineSpace(identity)
    findings.append(examineHistory(identity))
    if let definition = try? definition.get() { findings += examineFreshness(definition, now: now) }
    return findings
}

private func identity(
    _ definition: Result<PipelineDefinition, Diagnostics>, folder: String, overrides: FolderOverrides
) -> Identity? {
    guard let loaded = try? definition.get() else { return Identity(folder: folder, overrides: overrides) }
    return Identity(
        force: loaded.force, marking: loaded.marking, output: loaded.folders.output, state: loaded.folders.state)
}
