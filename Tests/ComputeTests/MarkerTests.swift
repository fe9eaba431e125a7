import Compute
import Tables
import Testing

@Suite("Markers and flags of a row")
struct MarkerTests {
    private func row(_ state: FigureRow.State, _ flags: FigureRow.Flags = []) -> FigureRow {
        var row = FigureRow(
            kpi: "C01", statistic: "share", period: Period(.month, containing: CivilDate(year: 2026, month: 9, day: 1)),
            dimension: "all", member: "all")
        (row.state, row.flags) = (state, flags)
        return row
    }

    @Test(
        "one letter for each state",
        arguments: [
            (.ok, nil), (.part, "p"), (.immature, "p"), (.empty, "z"), (.notSupplied, "x"), (.notComputable, "x"),
            (.leftOut, "x"), (.suppressed, "c"),
        ] as [(FigureRow.State, String?)])
    func states(_ state: FigureRow.State, letter: String?) {
        #expect(row(state).marker?.rawValue == letter)
    }

    @Test("few rows make a value unreliable, unless there is more to say of it")
    func few() {
        #expect(row(.ok, [.small, .seriesBreak]).marker?.rawValue == "u")
        #expect(row(.part, .small).marker?.rawValue == "p")
        #expect(row(.ok, .clockChange).marker == nil)
    }

    @Test("flags are written in the order of the contract, however they came about")
    func order() {
        let all: FigureRow.Flags = [
            .first28Days, .clockChange, .definitionChanged, .small, .excludedPeriod, .rebased, .seriesBreak,
        ]
        let names = [
            "break", "rebased", "excluded_period", "small", "definition_changed", "clock_change", "first_28_days",
        ]
        #expect(all.names == names)
        #expect(FigureRow.Flags(names: "small;break".split(separator: ";")).names == ["break", "small"])
        #expect(FigureRow.Flags().names.isEmpty)
    }
}
