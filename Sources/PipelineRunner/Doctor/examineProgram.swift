import Definitions
import RunStore
import Tables

/// Which program this is, and whether what is installed beside it is there.
func examineProgram() -> DoctorFinding {
    let program = System.target(ofLink: "/proc/self/exe") ?? "pipeline"
    let prefix = FileTree.parent(of: FileTree.parent(of: program) ?? "") ?? "/"
    let what = "program"
    guard program.hasSuffix("/bin/pipeline") else {
        return DoctorFinding(what, "\(program), version \(programVersion), not installed")
    }
    let pages = ["pipeline.1", "pipeline.1.gz"].map { "\(prefix)/share/man/man1/\($0)" }
    guard pages.contains(where: { System.kind(of: $0) != nil }) else {
        return DoctorFinding(
            what, "\(program), version \(programVersion), without its manual in \(prefix)/share/man",
            remedy: "install the package again")
    }
    return DoctorFinding(what, "\(program), version \(programVersion), with its manual")
}

/// Whether the definitions load, and how many of what they hold.
func examineDefinitions(_ definition: Result<PipelineDefinition, Diagnostics>, folder: String) -> [DoctorFinding] {
    let what = "definitions"
    switch definition {
    case .success(let loaded):
        let count = loaded.warnings.count { $0.severity == .warning }
        let sources = loaded.sources.count
        let text = "\(folder): \(sources) source\(sources == 1 ? "" : "s"), \(loaded.figures.count) KPIs"
        guard count == 0 else {
            return [
                DoctorFinding(
                    what, "\(text), \(count) warning\(count == 1 ? "" : "s")",
                    remedy: "pipeline check --pipeline \(folder)")
            ]
        }
        return [DoctorFinding(what, text)]
    case .failure(let faults):
        let errors = faults.all.filter { $0.severity == .error }
        let more = errors.count > 1 ? " and \(errors.count - 1) more" : ""
        let first = errors.first.map { "\($0.message) [\($0.code)]" } ?? "they cannot be loaded"
        return [DoctorFinding(what, "\(folder): \(first)\(more)", remedy: "pipeline check --pipeline \(folder)")]
    }
}
