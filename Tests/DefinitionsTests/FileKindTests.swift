import Definitions
import Tables
import Testing

/// Files of a force and of ours besides tables and KPIs.
@Suite struct FileKindTests {
    /// They are kept with a run, so that it can be read again.
    @Test func filesAreKept() throws {
        let files = [
            "base/frameworks/a.yaml":
                "framework: a\ntitle: A\nsource: x\nread: 2026-11-21\nquestions: []\n",
            "base/calendars/england-and-wales.yaml":
                "calendar: england-and-wales\nfrom: 2026-01-01\nto: 2026-12-31\nauthority: us\nholidays: []\n",
            "force/calendar.yaml": "breaks: []\nexcluded: []\n",
            "force/inspections.yaml": "inspections: []\n",
        ]
        let definition = try Fixture(files).load()
        #expect(definition.warnings.map(\.description) == [])
        #expect(Set(definition.files.map(\.path)).isSuperset(of: files.keys))
    }

    @Test func aMisspeltKeyOfAnyIsAFault() {
        let faults: [(path: String, text: String, message: String)] = [
            (
                "force/calendar.yaml", "1️⃣brakes: []",
                "unknown key `brakes` in calendar.yaml [E0231]\n"
                    + "    help: did you mean `breaks`?"
            ),
            (
                "force/inspections.yaml", "1️⃣inspection: []",
                "unknown key `inspection` in inspections.yaml [E0231]\n"
                    + "    help: did you mean `inspections`?"
            ),
            (
                "force/calendar.yaml", "breaks: []\n---\n1️⃣excluded: []",
                "calendar.yaml holds two documents [E0233]\n    help: write everything in one, without a line of `---`"
            ),
        ]
        for (path, text, message) in faults {
            let found = Fixture([path: text])
            #expect(found.faults() == ["\(found.place("1️⃣", in: path)): error: \(message)"])
        }
    }

    @Test func aFrameworkIsOurs() {
        #expect(
            Fixture(["force/frameworks/a.yaml": "framework: a"]).faults() == [
                "force/frameworks/a.yaml: error: `frameworks/a.yaml` is not a file that definitions have [E0241]\n"
                    + "    help: it can be: pipeline.yaml, settings.yaml, standards.yaml, sources/*.yaml, tables/*.yaml, "
                    + "kpis/*.yaml, calendar.yaml, commentary.yaml, inspections.yaml, lists.yaml, calendars/*.yaml"
            ])
    }
}
