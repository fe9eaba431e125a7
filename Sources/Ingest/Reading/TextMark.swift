import Definitions
import Tables

/// The byte order mark at the beginning of a text: removed when it fits the declared encoding, refused when it does not.
enum TextMark {
    /// How many bytes the mark takes. `first` are the text's first bytes.
    static func length(in first: [UInt8], encoding: Dialect.Encoding, file: DiscoveredFile) throws -> Int {
        if first.starts(with: [0xEF, 0xBB, 0xBF]) {
            switch encoding {
            case .utf8, .utf8WithMark: return 3
            case .windows1252, .utf16LittleEndian, .utf16BigEndian:
                throw wrong(file, "begins with the byte order mark of utf-8 at offset 0", encoding, .utf8WithMark)
            }
        }
        for found in [Dialect.Encoding.utf16LittleEndian, .utf16BigEndian] {
            guard first.starts(with: found == .utf16LittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]) else { continue }
            if found == encoding { return 2 }
            throw wrong(file, "begins with the byte order mark of \(found.rawValue) at offset 0", encoding, found)
        }
        if let (found, offset) = Sniff.zeroPattern(in: first), found != encoding {
            throw wrong(
                file, "has a zero byte in every second place from offset \(offset), as \(found.rawValue) has",
                encoding, found)
        }
        if CodeUnit(encoding) != .byte, first.count >= 16, first.allSatisfy({ $0 != 0 && $0 < 0x80 }) {
            throw wrong(file, "has one byte per letter from offset 0", encoding, .utf8)
        }
        if encoding == .utf8WithMark, !first.isEmpty {
            throw Diagnostic(
                code: "E0613",
                "the file does not begin with the byte order mark EF BB BF that `encoding: utf-8-bom` declares",
                at: Diagnostic.Location(file: file.name),
                help: "declare `encoding: utf-8`, which takes a file with or without the mark, or windows-1252")
        }
        return 0
    }

    private static func wrong(
        _ file: DiscoveredFile, _ finding: String, _ declared: Dialect.Encoding, _ likely: Dialect.Encoding
    ) -> Diagnostic {
        Diagnostic(
            code: "E0613", "the file \(finding), but the source declares encoding \(declared.rawValue)",
            at: Diagnostic.Location(file: file.name),
            help: "declare `encoding: \(likely.rawValue)` for this source, or have the export saved as before")
    }
}
