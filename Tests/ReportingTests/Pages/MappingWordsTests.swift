import Definitions
import Expressions
import Tables
import Testing

@testable import Reporting

/// What a force's mapping says in plain English.
@Suite("Mappings in words")
struct MappingWordsTests {
    private let place = Diagnostic.Location(file: "small/sources/calls.yaml")

    @Test("where cells come from")
    func origins() {
        #expect(originWords(.header(["Start", "Seg Start"])) == "\u{201C}Start\u{201D} or \u{201C}Seg Start\u{201D}")
        #expect(originWords(.constant("999")) == "always \u{201C}999\u{201D}")
        let parts = [
            ColumnMapping.Part(["Log Date"], dayFormats: ["dd/MM/yyyy"]),
            ColumnMapping.Part(["Log No"], keepsLeadingZeros: false),
        ]
        #expect(
            originWords(.joined(parts, with: "-"))
                == "\u{201C}Log Date\u{201D} (a day written dd/MM/yyyy) and \u{201C}Log No\u{201D} (without zeros before it), "
                + "joined by \u{201C}-\u{201D}")
        let sum = TypedExpression(.isNull(TypedExpression(.column("answered_at", of: .own), .time)), .flag)
        #expect(originWords(.computed(sum)) == "computed: answered_at is null")
    }

    @Test("how cells are read")
    func forms() {
        let expected: [(ColumnForm, String)] = [
            (.id, "an id"), (.integer, "a whole number"), (.number(decimals: 2), "a number with up to 2 decimals"),
            (.flag(yes: ["Ja"], no: []), "yes or no; yes also \u{201C}Ja\u{201D}"),
            (.category(["low", "high"], ordered: true), "one of low, high, in this order"),
            (.date(formats: ["dd/MM/yyyy", "yyyy-MM-dd"]), "a day written dd/MM/yyyy or yyyy-MM-dd"),
            (
                .time(formats: ["dd/MM/yyyy HH:mm"], resolution: 60_000),
                "a time written dd/MM/yyyy HH:mm, to the minute"
            ),
            (
                .timeOfDay(formats: ["HH:mm"], dayHeader: ["Day"], dayFormats: ["dd/MM"], rollsOverAfter: "created_at"),
                "a clock reading written HH:mm on the day in \u{201C}Day\u{201D} written dd/MM, the next day where it would "
                    + "lie before created_at"
            ),
            (.duration(.minutesSeconds), "a length written mm:ss"), (.duration(.hours), "a length in hours"),
            (.pseudonym(withheld: ["", "0000"]), "a keyed pseudonym; \u{201C}0000\u{201D} means not known"),
        ]
        for (form, words) in expected { #expect(formWords(form) == words) }
    }

    @Test("labels are counted and said, a reference table is named")
    func labels() {
        let mapping = ColumnMapping(
            column: "channel", origin: .header(["VDN"]), form: .id,
            through: .init(path: "reference/vdn.csv", entries: ["1": "999", "2": "101"]),
            values: ["EM": "999", "CO": "101"], isOptional: true, location: place)
        #expect(
            alsoWords(mapping)
                == "looked up in reference/vdn.csv (2 entries); 2 labels: \u{201C}CO\u{201D} is 101, \u{201C}EM\u{201D} is 999; "
                + "the header may be absent")
    }

    @Test("a source's files, their spelling, its time zone, its key")
    func source() {
        let limit = SourceDefinition.Limit(count: 10, share: 0.01)
        let gate = SourceDefinition.Gate(warn: limit, stop: limit)
        let source = SourceDefinition(
            name: "phones", schema: "calls", files: "calls_{yyyyMMdd}.csv", folder: "calls", exports: .window,
            dialect: Dialect(
                encoding: .windows1252, delimiter: 59, quote: nil, headerRecord: 3, skip: ["Grand Total"],
                control: "Total records:", nullTokens: ["-", "n/a"]),
            rowsWith: .init(headers: ["Kind"], values: ["A", "B"]), timeZone: "Europe/London", columns: [],
            key: ["call_id", "leg_seq"], newestBy: nil,
            onePer: .init(key: "call_id", take: ["answered_at": .minimum, "grade": .first(by: "created_at")]),
            perFile: gate, lastSevenDays: gate, onGate: .stop, isOptional: true, location: place)
        #expect(
            sourceWords(source) == [
                "Files calls/calls_{yyyyMMdd}.csv. The newest rules every day that it covers; a row that it no longer has is "
                    + "removed.",
                "windows-1252, cells divided by semicolons; never quoted; the header is record 3; records that begin with "
                    + "\u{201C}Grand Total\u{201D} are left out; the row count stands after \u{201C}Total records:\u{201D}; "
                    + "\u{201C}-\u{201D} or \u{201C}n/a\u{201D} means empty.",
                "Times without an offset are of Europe/London.",
                "Only records with \u{201C}A\u{201D} or \u{201C}B\u{201D} in \u{201C}Kind\u{201D} are rows.",
                "A row is named by call_id, leg_seq.",
                "One row for each call_id: answered_at the least, grade the first by created_at; other columns of the first "
                    + "record.",
                "It may be absent.",
            ])
    }
}
