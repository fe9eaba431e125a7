import GRDB
import Tables

extension History {
    /// It cannot be read or written.
    package static let unusable = "E0771"
    /// It is not what it should be.
    package static let damaged = "E0772"
    /// A newer program wrote it.
    package static let newer = "E0773"

    static func trouble(_ error: any Error, _ path: String) -> Diagnostic {
        if let known = error as? Diagnostic { return known }
        if error is NewerHistory {
            return Diagnostic(
                code: newer, "the history is of a newer program and is left alone: \(path)",
                help: "install that program again; figures do not need the history")
        }
        guard let failure = error as? DatabaseError else {
            return Diagnostic(code: unusable, "the history cannot be used: \(path): \(error)", help: help)
        }
        switch failure.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_FORMAT:
            return Diagnostic(
                code: damaged, "the history is damaged: \(path)",
                help: "the next run puts it aside and begins another; figures do not need it")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return Diagnostic(
                code: unusable, "the history is held by another program: \(path)",
                help: "close what has it open; the next run goes on with it")
        case .SQLITE_FULL:
            return Diagnostic(
                code: unusable, "there is no room for the history: \(path)", help: "make room on the disk")
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN:
            return Diagnostic(
                code: unusable, "the history cannot be opened or written: \(path)",
                help: "give the user of the pipeline the right to write it and its folder")
        default:
            return Diagnostic(code: unusable, "the history cannot be used: \(path)", help: help)
        }
    }

    private static let help = "see that the disk is well; figures do not need the history"
}

extension Diagnostic {
    /// The same as something to know rather than something that failed.
    var asWarning: Diagnostic { Diagnostic(.warning, code: code, message, at: location, help: help) }
}
