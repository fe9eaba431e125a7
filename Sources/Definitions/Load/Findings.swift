import Tables

/// Collects everything that is wrong with a set of definitions, so that a reader can mend all of it before trying again.
final class Findings {
    private var found: [Diagnostic] = []

    func error(
        _ code: DefinitionCode, _ message: String, at location: Diagnostic.Location?, help: String? = nil
    ) {
        found.append(Diagnostic(.error, code: code.rawValue, message, at: location, help: help))
    }

    func warning(
        _ code: DefinitionCode, _ message: String, at location: Diagnostic.Location?, help: String? = nil
    ) {
        found.append(Diagnostic(.warning, code: code.rawValue, message, at: location, help: help))
    }

    func add(_ diagnostics: [Diagnostic]) {
        found += diagnostics
    }

    var hasErrors: Bool { found.contains { $0.severity == .error } }

    /// By file, line and column; a fault that two figures share through `like` or `defaults` is said once.
    var sorted: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        let once = found.filter { seen.insert($0).inserted }
        return once.enumerated().sorted { left, right in
            let (first, second) = (left.element.location, right.element.location)
            let files = (first?.file ?? "", second?.file ?? "")
            if files.0 != files.1 { return files.0.utf8.lexicographicallyPrecedes(files.1.utf8) }
            let lines = (first?.line ?? 0, second?.line ?? 0)
            if lines.0 != lines.1 { return lines.0 < lines.1 }
            let columns = (first?.column ?? 0, second?.column ?? 0)
            if columns.0 != columns.1 { return columns.0 < columns.1 }
            return left.offset < right.offset
        }.map(\.element)
    }
}
