import Compute
import Definitions
import Reporting
import Tables
import Testing

@Suite("The four questions")
struct AnswerTests {
    @Test("how many, out of how many, left out, says who")
    func whole() {
        var row = shareRow(1128, of: 1222, .met)
        row.considered = 1280
        row.missing = 8
        row.excluded = 50
        row.notEvidenced = 3
        let standard = StandardDefinition(
            name: "999-answer", rule: .atLeast, isAim: false,
            levels: [
                .init(
                    from: nil, until: nil, value: 90, upper: nil, authority: "contact management guidance",
                    status: .national)
            ],
            location: .init(file: "standards.yaml"))
        let answer = Answer(
            row, figure: figure(), standards: [standard],
            exclusions: [("test", 12), ("never", 0), ("short_abandon", 38)])
        #expect(
            answer.lines == [
                "How many:        1,128 (92.3%)",
                "Out of how many: 1,222 in Sep 2026; 1,280 considered",
                "Left out:        missing 8, not yet due 0, excluded 50 (test 12, short_abandon 38); "
                    + "3 without evidence counted against",
                "Says who:        standard 999-answer >= 90%, national: contact management guidance; "
                    + "clock: first offer to first human; definition C01 of peel, hash 5f21ab",
            ])
    }
}
