package import Definitions
package import Tables

/// A finding as a JSON object. Help is for the person at hand: it may name folders of this machine, which have no place in
/// what is published.
package func diagnosticRecord(
    _ diagnostic: Diagnostic, files: [PipelineDefinition.DefinitionFile], withHelp: Bool = true
) -> JSON {
    var members: [JSON.Member] = [
        .init("severity", .text(diagnostic.severity.rawValue)),
        .init("code", .text(diagnostic.code)),
        .init("message", .text(diagnostic.message)),
    ]
    if let location = diagnostic.location {
        members.append(.init("file", .text(portablePath(location.file, files: files))))
        members.append(.init("line", .optional(location.line)))
        members.append(.init("column", .optional(location.column)))
    }
    if withHelp { members.append(.init("help", .optional(diagnostic.help))) }
    return .object(members)
}

/// A finding as a published record has it: without help and without folders of this machine.
func portable(_ diagnostic: Diagnostic, files: [PipelineDefinition.DefinitionFile]) -> Diagnostic {
    Diagnostic(
        diagnostic.severity, code: diagnostic.code, diagnostic.message,
        at: diagnostic.location.map {
            Diagnostic.Location(file: portablePath($0.file, files: files), line: $0.line, column: $0.column)
        })
}

/// A path that does not depend on where the program was started: definitions as they lie in `definitions/`, the rest
/// without the folders of this machine.
private func portablePath(_ path: String, files: [PipelineDefinition.DefinitionFile]) -> String {
    let known = files.map(\.path).filter { path == $0 || path.hasSuffix("/" + $0) }
    if let longest = known.max(by: { $0.utf8.count < $1.utf8.count }) { return longest }
    return path.hasPrefix("/") ? String(path.split(separator: "/").last ?? "/") : path
}
