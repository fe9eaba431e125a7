import Definitions
import Tables
import Testing

@testable import Compute
@testable import Reporting

@Suite("Which headline figures the first page has room for")
struct HeadlinesTests {
    private func headlines(_ ids: [String]) throws -> [HeadlineFigure] {
        let fixture = try SeriesFixture()
        return try ids.map { id in
            let figure = try fixture.figure(id)
            let row = try #require(fixture.months(of: id, [50]).first)
            return HeadlineFigure(figure: figure, row: row, series: nil, hasPage: true)
        }
    }

    @Test(
        "each subject gives its next one in turn, and all stay in their order",
        arguments: [
            (1, ["C01"]), (2, ["C01", "A01"]), (3, ["C01", "A01", "I01"]), (4, ["C01", "C02", "A01", "I01"]),
            (5, ["C01", "C02", "A01", "A04", "I01"]), (6, ["C01", "C02", "C03", "A01", "A04", "I01"]),
            (7, ["C01", "C02", "C03", "C05", "A01", "A04", "I01"]),
            (9, ["C01", "C02", "C03", "C05", "A01", "A04", "I01"]),
        ])
    func turns(_ room: Int, _ expected: [String]) throws {
        let all = try headlines(["C01", "C02", "C03", "C05", "A01", "A04", "I01"])
        #expect(all.sharedOut(room).map(\.figure.id) == expected)
    }
}
