import Tables

/// What a time format can tell: which parts it has and how fine it is.
struct FormatParts {
    let hasDate: Bool
    /// A month of a year, and no day: times are then known to the month.
    let isMonth: Bool
    let hasClock: Bool
    /// Milliseconds.
    let resolution: Int64

    /// Nothing, with what is wrong, when a letter is repeated in a way that means nothing.
    static func read(_ format: String) -> Result<FormatParts, FormatFault> {
        if format == "iso" { return .success(.init(hasDate: true, isMonth: false, hasClock: true, resolution: 1000)) }
        var letters: Set<Character> = []
        var rest = Array(format)[...]
        while let letter = rest.first {
            if letter == "'" {
                guard let end = rest.dropFirst().firstIndex(of: "'") else {
                    return .failure(.init(text: "a quote is open"))
                }
                rest = rest[(end + 1)...]
                continue
            }
            let run = rest.prefix { $0 == letter }.count
            rest = rest.dropFirst(run)
            guard let allowed = runs[letter] else { continue }
            guard allowed.contains(run) else {
                return .failure(.init(text: "`\(String(repeating: letter, count: run))` is not a part of a time"))
            }
            letters.insert(letter)
        }
        let hasClock = letters.contains("H") || letters.contains("h")
        let isMonth = letters == ["y", "M"]
        return .success(
            .init(
                hasDate: letters.isSuperset(of: ["y", "M", "d"]), isMonth: isMonth, hasClock: hasClock,
                resolution: isMonth ? Resolution.month : finest(letters, hasClock: hasClock)))
    }

    private static func finest(_ letters: Set<Character>, hasClock: Bool) -> Int64 {
        if letters.contains("S") { return 1 }
        if letters.contains("s") { return 1000 }
        guard hasClock else { return Resolution.day }
        return letters.contains("m") ? 60_000 : 3_600_000
    }

    struct FormatFault: Error {
        let text: String
    }

    private static let runs: [Character: Set<Int>] = [
        "y": [2, 4], "M": [1, 2, 3], "d": [1, 2], "H": [1, 2], "h": [1, 2], "m": [1, 2], "s": [1, 2],
        "S": Set(1...9), "a": [1], "X": [1, 2, 3], "Z": [1],
    ]
}

/// Formats of a time, a date or a clock reading as a mapping writes them, with the coarsest resolution among them.
struct FormatReader {
    let fields: Fields
    let findings: Findings

    enum Need {
        case date, time, clock
    }

    func read(_ key: String, need: Need, otherwise: String) -> (formats: [String], resolution: Int64) {
        guard let value = fields[key] else {
            return ([otherwise], (try? FormatParts.read(otherwise).get())?.resolution ?? 1000)
        }
        var coarsest: Int64 = 1
        let formats = fields.texts(key) ?? []
        for format in formats {
            switch FormatParts.read(format) {
            case .failure(let fault): complain(format, fault.text, at: value.location)
            case .success(let parts):
                if need != .clock && !parts.hasDate && !(need == .time && parts.isMonth) {
                    let swapped = format.contains("mm") && !format.contains("MM")
                    complain(
                        format, swapped ? "`mm` is minutes and `MM` is months" : "it needs a year, a month and a day",
                        at: value.location)
                } else if need == .clock && !parts.hasClock {
                    complain(format, "it needs hours", at: value.location)
                }
                coarsest = max(coarsest, parts.resolution)
            }
        }
        if formats.isEmpty { complain("", "it is empty", at: value.location) }
        return (formats, coarsest)
    }

    private func complain(_ format: String, _ why: String, at place: Diagnostic.Location) {
        findings.error(
            .format, "\(quoted(format)) is not a time format: \(why)", at: place,
            help: "such as dd/MM/yyyy HH:mm:ss, iso or excel")
    }
}
