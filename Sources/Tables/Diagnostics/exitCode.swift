/// What the process says to its caller, after sysexits(3) where that has a word for it.
///
/// Every family of codes has one exit status, so that a new code can never forget to choose one.
package func exitClass(of code: String) -> Int32 {
    guard code.utf8.count == 5, code.hasPrefix("E"), let number = Int(code.dropFirst()) else { return 1 }
    switch number {
    case 100..<200: return 64  // the command line
    case 200..<300: return 78  // the definitions
    case 300..<500: return 65  // an input's header or content, and gates
    case 500..<600: return 66  // an input that is missing, late, stale or damaged
    case 610...612: return 66  // an input that cannot be read, still grows or is damaged
    case 613...614: return 65  // an input that is not the text it is declared to be
    case 619: return 1  // ours, while reading
    case 600..<700: return 73  // an output that cannot be created
    case 751: return 75  // another run holds the lock
    case 700..<800: return 74  // a read or write that failed
    case 800..<900: return 77  // something not allowed
    default: return 1  // ours
    }
}

/// The exit status of several findings: that of the first error, in the order in which they were found.
package func exitClass(of diagnostics: Diagnostics) -> Int32 {
    diagnostics.all.first { $0.severity == .error }.map { exitClass(of: $0.code) } ?? 0
}
