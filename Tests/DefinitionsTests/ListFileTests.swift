import Tables
import Testing

@testable import Definitions

/// Lists of rows that supervisors ask for, as a force writes them, and how much `prune` leaves.
@Suite("Lists of rows, and what is kept")
struct ListFileTests {
    private static let start = """
        lists:
        - id: late
          name: Late calls
          because: rung back today
          table: contacts

        """

    @Test func everythingIsRead() throws {
        let definition = try Fixture([
            "force/lists.yaml": ListFileTests.start + """
                  where: urgent and wait > setting.short
                  columns: [call_id, offered_at, wait]
                  order_by: [queue, wait desc]
                - { id: all, name: All, because: b, table: contacts, day: answered_at, on: every day, where: answered, columns: queue }
                - { id: week, name: Week, because: b, table: contacts, on: last 7 days, where: answered, columns: [queue] }
                """
        ]).load()
        #expect(definition.lists.map(\.id) == ["late", "all", "week"])
        #expect(definition.lists.map(\.days) == [.last(1), .every, .last(7)])
        #expect(definition.lists.map(\.rows.period) == ["offered_at", "answered_at", "offered_at"])
        let late = definition.lists[0]
        #expect(late.name == "Late calls" && late.because == "rung back today")
        #expect(late.columns == ["call_id", "offered_at", "wait"])
        #expect(
            late.order == [
                .init(column: "queue", isDescending: false), .init(column: "wait", isDescending: true),
            ])
        #expect(late.rows.table == "contacts")
        // The population stands for its condition and its exclusion.
        #expect(late.rows.among.conditions.count == 2 && late.rows.among.exclusions.map(\.reason) == ["short"])
        #expect(definition.lists[1].columns == ["queue"])
        #expect(definition.files.map(\.path).contains("force/lists.yaml"))
    }

    @Test func everyFaultHasItsPlace() {
        let file = "force/lists.yaml"
        let faults: [(String, String)] = [
            (
                "  1️⃣wher: answered\n  columns: [queue]",
                "unknown key `wher` in a list of rows [E0231]\n    help: did you mean `where`?"
            ),
            (
                "  where: answered\n  columns: [queue, 1️⃣quue]",
                "`quue` is not a column of contacts [E0245]\n    help: did you mean `queue`?"
            ),
            ("  where: 1️⃣anwered\n  columns: [queue]", "unknown column `anwered`"),
            (
                "  where: answered\n  columns: [1️⃣caller]",
                "`caller` is sensitive and is never shown [E0237]\n    help: leave it out"
            ),
            (
                "  where: answered\n  columns: [queue]\n  order_by: 1️⃣caller desc",
                "`caller` is sensitive and is never shown [E0237]\n    help: leave it out"
            ),
            ("  where: answered\n  columns: [queue, 1️⃣queue]", "`columns` names `queue` twice [E0242]"),
            (
                "  where: answered\n  columns: [queue]\n  order_by: 1️⃣wait down",
                "`order_by` is `wait down`, but must be a column, or a column and `desc` [E0237]"
            ),
            (
                "  where: answered\n  columns: [queue]\n  on: 1️⃣yesterday",
                "`on` is `yesterday`, which names no days [E0237]\n    help: write as-of, `last 7 days` (up to 366) or `every day`"
            ),
            (
                "  where: answered\n  columns: [queue]\n  on: 1️⃣last 400 days",
                "`on` is `last 400 days`, which names no days [E0237]\n    help: write as-of, `last 7 days` (up to 366) or `every day`"
            ),
            (
                "  where: answered\n  columns: [queue]\n  day: 1️⃣queue",
                "`day` must be a time or a date, but `queue` is a text [E0252]\n    help: it can be: answered_at, offered_at"
            ),
            (
                "  where: answered\n  columns: [queue]\n  day: 1️⃣offered",
                "`offered` is not a column of contacts [E0245]\n    help: did you mean `offered_at`?"
            ),
            ("  where: 1️⃣wait\n  columns: [queue]", ""),
        ]
        for (text, message) in faults {
            let found = Fixture([file: ListFileTests.start + text])
            let faults = found.faults()
            #expect(faults.first?.hasPrefix("\(found.place("1️⃣", in: file)): error: ") == true, "\(text): \(faults)")
            #expect(faults.count == 1, "\(faults)")
            if message.hasSuffix("]") || message.contains("help:") {
                #expect(faults == ["\(found.place("1️⃣", in: file)): error: \(message)"])
            }
        }
        let table = Fixture([
            file: "lists:\n- { id: a, name: n, because: b, table: 1️⃣contact, where: answered, columns: [queue] }"
        ])
        #expect(
            table.faults() == [
                "\(table.place("1️⃣", in: file)): error: there is no table `contact` [E0244]\n    help: did you mean `contacts`?"
            ])
        let twice = Fixture([
            file: ListFileTests.start + "  where: answered\n  columns: [queue]\n"
                + "- { id: 1️⃣LATE, name: n, because: b, table: contacts, where: answered, columns: [queue] }"
        ])
        #expect(
            twice.faults() == [
                "\(twice.place("1️⃣", in: file)): error: a list of rows has the id `LATE`, which another has [E0242]"
            ])
        let bare = Fixture([file: "lists:\n1️⃣- { id: a, table: contacts }"])
        #expect(bare.faults().map { $0.split(separator: " ").suffix(4).joined(separator: " ") }.count == 4)
    }

    @Test func aSettingThatOnlyAListReadsIsRead() throws {
        let found = Fixture([
            "force/settings.yaml": "settings:\n- { patience: 2 min, authority: us }\n",
            "force/lists.yaml": ListFileTests.start + "  where: wait > setting.patience\n  columns: [queue]",
        ])
        #expect(found.faults() == [])
    }

    @Test func whatIsKept() throws {
        let pipeline = "force: Testshire\nextends: base\ninputs: in\n"
        #expect(try Fixture().load().keep == KeepPolicy(daily: 35, monthEnds: 24, attempts: 90, lists: 7))
        let some = Fixture(["force/pipeline.yaml": pipeline + "keep: { daily: 7, month_ends: 0, attempts: 5 }"])
        #expect(try some.load().keep == KeepPolicy(daily: 7, monthEnds: 0, attempts: 5, lists: 7))
        let faults: [(String, String)] = [
            ("keep: { 1️⃣dayly: 7 }", "unknown key `dayly` in `keep` [E0231]\n    help: did you mean `daily`?"),
            ("keep: { daily: 1️⃣0 }", "`daily` is `0`, but must be a whole number from 1 to 100000 [E0237]"),
        ]
        for (text, message) in faults {
            let found = Fixture(["force/pipeline.yaml": pipeline + text])
            #expect(found.faults() == ["\(found.place("1️⃣", in: "force/pipeline.yaml")): error: \(message)"])
        }
    }
}
