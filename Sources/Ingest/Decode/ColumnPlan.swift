import Definitions
import Expressions
import Tables

/// One mapped column, compiled for decoding.
struct ColumnPlan: Sendable {
    let mapping: ColumnMapping
    let type: ValueType
    let isPlanned: Bool
    let isSensitive: Bool
    /// As its form declares it, in milliseconds; times and durations only.
    let resolution: Int64?
    let decoder: CellDecoder
    /// Turns cells into other texts before they are decoded.
    let rewriting: CellRewriting?
    /// How the cells of a joined text are spelt, in their order.
    let parts: [JoinedPart]
    /// What the column reads as in a file that does not have it: the schema's default, or nothing.
    let absent: String?

    var name: String { mapping.column }

    var isComputed: Bool {
        if case .computed = decoder { true } else { false }
    }

    /// Times and durations with whole seconds fit four bytes; planned times may lie beyond what those can hold.
    var isNarrow: Bool {
        guard let resolution else { return false }
        return resolution >= 1000 && !isPlanned
    }

    /// Whether its values are the texts of cells.
    var isText: Bool {
        switch decoder {
        case .text, .identifier: true
        default: false
        }
    }

    /// Whether its values are texts that a run may do without. Pseudonyms are not: a constant one is looked for.
    var mayBePresenceOnly: Bool {
        switch decoder {
        case .text, .identifier, .category: true
        default: false
        }
    }

    init(_ mapping: ColumnMapping, schema: SchemaDefinition, key: PseudonymKey?) throws(Diagnostic) {
        let declared = schema.column(named: mapping.column)
        self.mapping = mapping
        isPlanned = declared?.isPlanned ?? false
        isSensitive = declared?.isSensitive ?? false
        if case .computed(let expression) = mapping.origin {
            type = declared?.type ?? expression.type
            resolution = nil
            decoder = .computed
            rewriting = nil
            parts = []
            absent = nil
            return
        }
        type = declared?.type ?? ColumnPlan.type(of: mapping.form)
        decoder = try ColumnPlan.decoder(of: mapping, isDate: type == .date, key: key)
        resolution = ColumnPlan.resolution(of: mapping.form, decoder)
        rewriting = CellRewriting(mapping)
        var spelt: [JoinedPart] = []
        if case .joined(let written, _) = mapping.origin {
            for part in written {
                let days = try ColumnPlan.compiled(
                    ColumnPlan.withoutClock(part.dayFormats), mapping, needsDate: true)
                spelt.append(JoinedPart(dayFormats: days, keepsLeadingZeros: part.keepsLeadingZeros))
            }
        }
        parts = spelt
        if case .reads(let text)? = declared?.absence { absent = text } else { absent = nil }
    }

    private static func type(of form: ColumnForm) -> ValueType {
        switch form {
        case .text: .text
        case .id: .id
        case .flag: .flag
        case .integer: .integer
        case .number(let decimals): .number(decimals: decimals)
        case .category(let values, let ordered): .category(values: values, ordered: ordered)
        case .date: .date
        case .time, .timeOfDay, .excelSerial: .time
        case .duration: .duration
        case .pseudonym: .pseudonym
        }
    }

    private static func decoder(
        of mapping: ColumnMapping, isDate: Bool, key: PseudonymKey?
    ) throws(Diagnostic) -> CellDecoder {
        switch mapping.form {
        case .text: return .text
        case .id: return .identifier
        case .flag(let yes, let no): return .flag(TokenTable(yes: yes, no: no, mapped: mapping.values))
        case .integer: return .integer
        case .number(let decimals): return .number(decimals: decimals)
        case .category(let values, _): return .category(TokenTable(values: values, mapped: mapping.values))
        case .date(let formats): return .date(try compiled(withoutClock(formats), mapping, needsDate: true))
        case .time(let formats, _): return .time(try compiled(formats, mapping, needsDate: true))
        case .excelSerial:
            let serial = try compiled(["excel"], mapping, needsDate: true)
            return isDate ? .date(serial) : .time(serial)
        case .timeOfDay(let formats, _, let dayFormats, let follows):
            return .timeOfDay(
                try compiled(formats, mapping, needsDate: false),
                days: try compiled(withoutClock(dayFormats), mapping, needsDate: true), follows: follows)
        case .duration(let form): return .duration(form)
        case .pseudonym(let withheld):
            guard let key else {
                throw Diagnostic(
                    code: "E0295",
                    "\(mapping.column) is read as a pseudonym, and there is no key to make pseudonyms with",
                    at: mapping.location,
                    help:
                        "make a key with `(umask 077; head -c 32 /dev/urandom > PATH)` outside the definitions "
                        + "and name it as `pseudonym_key: PATH` in pipeline.yaml")
            }
            return .pseudonym(Pseudonymiser(key: key, column: mapping.column, withheld: withheld))
        }
    }

    /// A day in ISO form may stand alone or before a time.
    private static func withoutClock(_ formats: [String]) -> [String] {
        formats.flatMap { $0 == "iso" ? ["yyyy-MM-dd", "iso"] : [$0] }
    }

    private static func compiled(
        _ formats: [String], _ mapping: ColumnMapping, needsDate: Bool
    ) throws(Diagnostic) -> [TimeFormat] {
        var result: [TimeFormat] = []
        for format in formats {
            guard let one = TimeFormat(format, needsDate: needsDate, needsClock: !needsDate) else {
                throw Diagnostic(
                    code: "E0296",
                    "the format `\(format)` of \(mapping.column) cannot be read; "
                        + (needsDate ? "a day, a month and a year were expected" : "hours were expected"),
                    at: mapping.location,
                    help: "write it with yyyy MM dd HH mm ss, as in `dd/MM/yyyy HH:mm:ss`, or `iso` or `excel`")
            }
            result.append(one)
        }
        return result
    }

    private static func resolution(of form: ColumnForm, _ decoder: CellDecoder) -> Int64? {
        switch (form, decoder) {
        case (.time(_, let resolution), _): resolution
        case (.excelSerial, .time): 1000
        case (.duration(let form), _): Ingest.resolution(of: form)
        case (_, .timeOfDay(let formats, _, _)): formats.map(\.resolution).max()
        default: nil
        }
    }
}
