import Definitions
import Tables

/// A file without a single record.
func emptyFile(_ file: DiscoveredFile) -> Diagnostic {
    Diagnostic(
        code: "E0301", "the file is empty; a header record was expected", at: .init(file: file.name),
        help: "ask the supplier to export it again; a day without records still has a header")
}

/// A file of another kind under a CSV's name.
func foreignFile(_ file: DiscoveredFile, _ foreign: Sniff.Foreign) -> Diagnostic {
    switch foreign {
    case .spreadsheet:
        Diagnostic(
            code: "E0302", "this is a spreadsheet (.xlsx), not CSV text, whatever its name says",
            at: .init(file: file.name),
            help:
                "open it and save it as `CSV UTF-8`, or ask the supplier for a CSV export; "
                + "renaming does not convert a file"
        )
    case .html:
        Diagnostic(
            code: "E0303", "this is a web page (HTML), not CSV text, whatever its name says",
            at: .init(file: file.name),
            help: "it is probably a login or error page saved in place of the export: sign in and export again")
    }
}

/// A file declared as UTF-16 that is not.
func wrongWidth(_ file: DiscoveredFile, source: SourceDefinition, likely: Dialect.Encoding) -> Diagnostic {
    Diagnostic(
        code: "E0304",
        "the file is declared as \(source.dialect.encoding.rawValue), and from offset 0 on it looks like "
            + likely.rawValue,
        at: .init(file: file.name),
        help: "write `encoding: \(likely.rawValue)` in \(place(source.location)) if that is what the system exports")
}

/// A header record that cannot be read as the declared dialect.
func malformedHeader(
    _ file: DiscoveredFile, source: SourceDefinition, fault: RecordBatch.Fault, line: Int, sniff: Sniff
) -> Diagnostic {
    let declared = source.dialect.encoding
    switch fault.code {
    case .invalidEncoding, .nulByte:
        let likely = sniff.encoding == declared ? nil : sniff.encoding
        return Diagnostic(
            code: "E0304",
            "the header is not \(declared.rawValue): the byte at offset \(fault.offset) cannot be read"
                + (likely.map { "; the file looks like \($0.rawValue)" } ?? ""),
            at: .init(file: file.name, line: line),
            help: "write `encoding: \((likely ?? .windows1252).rawValue)` in \(place(source.location)) if that is what "
                + "the system exports")
    default:
        return Diagnostic(
            code: "E0305", "the header record is malformed: \(words(for: fault.code))",
            at: .init(file: file.name, line: line),
            help:
                "correct `quote`, `delimiter` or `header` in \(place(source.location)), or mend the export's header"
        )
    }
}

private func words(for code: FaultCode) -> String {
    switch code {
    case .strayQuote: "a quote stands inside a cell"
    case .openQuote: "a quote is never closed"
    case .undeclaredLineBreak: "a cell holds a line break"
    case .tooLong: "it is longer than a record may be"
    default: "it cannot be parsed"
    }
}
