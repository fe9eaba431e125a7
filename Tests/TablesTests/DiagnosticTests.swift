import Tables
import Testing

@Suite("Diagnostics")
struct DiagnosticTests {
    @Test("Printed in a compiler's shape, with the help on its own line")
    func printed() {
        let finding = Diagnostic(
            code: "E0201", "unknown key \"amnog\"", at: .init(file: "kpis/local.yaml", line: 3, column: 5),
            help: "did you mean among?")
        #expect(
            finding.description == """
                kpis/local.yaml:3:5: error: unknown key "amnog" [E0201]
                    help: did you mean among?
                """)
    }

    @Test(
        "The nearest name is found within a third of the length",
        arguments: [
            ("amnog", "among"), ("offered", "offered_at"), ("Offered_At", "offered_at"), ("zzz", nil),
            ("shar", "share"),
        ] as [(String, String?)])
    func nearest(name: String, expected: String?) {
        #expect(nearestName(to: name, among: ["among", "offered_at", "share", "period"]) == expected)
    }
}
