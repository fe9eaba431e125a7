import Definitions
import RunStore
import Tables

/// Who may read and write the folders and the key (CONTRACTS section 1).
func examineRights(_ identity: Identity, key: String?) -> [DoctorFinding] {
    var findings = [
        folder("output", identity.output, most: Modes.outputFolder),
        folder("state", identity.state, most: Modes.stateFolder),
    ]
    if let key { findings.append(file("key", key)) }
    return findings
}

/// Whether the exports can be listed.
func examineInputs(_ definition: PipelineDefinition?) -> [DoctorFinding] {
    guard let inputs = definition?.folders.inputs else { return [] }
    guard System.kind(of: "\(inputs)/.") == .folder else {
        return [
            DoctorFinding(
                "inputs", "\(inputs) is no folder that this account can open",
                remedy: "create it, correct `inputs` in pipeline.yaml, or give this account the right to read it")
        ]
    }
    return [DoctorFinding("inputs", inputs)]
}

private func folder(_ what: String, _ path: String, most: UInt32) -> DoctorFinding {
    guard System.kind(of: "\(path)/.") == .folder, let mode = try? System.mode(of: path) else {
        return DoctorFinding(what, "\(path) is not there yet; the first run makes it")
    }
    guard mode & ~most & 0o777 == 0 else {
        return DoctorFinding(
            what, "\(path) has the mode \(octal(mode)), more than \(octal(most))",
            remedy: "chmod \(octal(most)) \(path)")
    }
    guard System.mayWrite(path) else {
        return DoctorFinding(
            what, "\(path) cannot be written by this account",
            remedy: "run doctor as the user that runs the pipeline, or give that user the folder: chown")
    }
    return DoctorFinding(what, "\(path), mode \(octal(mode))")
}

private func file(_ what: String, _ path: String) -> DoctorFinding {
    guard System.kind(of: path) != nil, let mode = try? System.mode(of: path) else {
        return DoctorFinding(
            what, "\(path) is not there", remedy: "put the key back, or make one: pipeline help E0291")
    }
    guard mode & 0o077 == 0 else {
        return DoctorFinding(what, "\(path) can be read by others, mode \(octal(mode))", remedy: "chmod 400 \(path)")
    }
    return DoctorFinding(what, "\(path), mode \(octal(mode))")
}

private func octal(_ mode: UInt32) -> String {
    let digits = String(mode & 0o7777, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
