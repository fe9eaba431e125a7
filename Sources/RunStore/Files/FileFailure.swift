import Tables

/// A refused file operation, turned into a finding with the exit code of its kind.
enum FileFailure {
    /// 73: an output could not be begun. 74: reading or writing failed on the way. Either is 77 when not allowed.
    enum Kind: Sendable {
        case create, transfer
    }

    static func diagnostic(_ kind: Kind, _ action: String, _ path: String, _ number: Int32) -> Diagnostic {
        let reason = errorText(number)
        let message = "cannot \(action) \(path): \(reason)"
        if isRefusal(number) {
            return Diagnostic(
                code: "E0801", message, help: "give the user that runs the pipeline the right to \(action) \(path)")
        }
        if isReadOnly(number) {
            return Diagnostic(
                code: "E0601", message, help: "the disk that holds \(path) is mounted read-only: let it be written to")
        }
        if isFull(number) {
            return Diagnostic(
                code: kind == .create ? "E0602" : "E0702", message,
                help: "make room on the disk that holds \(path); nothing was published")
        }
        return switch kind {
        case .create: Diagnostic(code: "E0601", message, help: "see that the folder above it exists and can be written")
        case .transfer: Diagnostic(code: "E0701", message, help: "check the disk that holds \(path)")
        }
    }
}
