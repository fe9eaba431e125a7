import Tables
import Testing

@testable import Ingest

@Suite struct FilePatternTests {
    private func match(_ pattern: String, _ name: String) -> String {
        switch FilePattern(pattern).match(name) {
        case nil: "no"
        case .undated: "undated"
        case .dated(let day): day.description
        case .impossible(let digits): "impossible \(digits)"
        }
    }

    @Test func aDateIsTheDayItNames() {
        #expect(match("calls_{yyyyMMdd}.csv*", "calls_20260930.csv") == "2026-09-30")
        #expect(match("calls_{yyyyMMdd}.csv*", "calls_20260930.csv.gz") == "2026-09-30")
        #expect(match("calls_{yyyy-MM-dd}.csv", "calls_2026-09-30.csv") == "2026-09-30")
        #expect(match("{dd.MM.yy} calls.csv", "05.09.26 calls.csv") == "2026-09-05")
    }

    @Test func aMonthOrYearMeansItsLastDay() {
        #expect(match("calls_{yyyyMM}.csv", "calls_202602.csv") == "2026-02-28")
        #expect(match("calls_{yyyyMM}.csv", "calls_202402.csv") == "2024-02-29")
        #expect(match("calls_{yyyy}.csv", "calls_2025.csv") == "2025-12-31")
    }

    @Test func namesMatchWhole() {
        #expect(match("calls_{yyyyMMdd}.csv", "calls_20260930.csv.gz") == "no")
        #expect(match("calls_{yyyyMMdd}.csv", "old_calls_20260930.csv") == "no")
        #expect(match("calls_{yyyyMMdd}.csv", "calls_2026093.csv") == "no")
        #expect(match("calls.csv", "Calls.csv") == "no")
        #expect(match("c?lls*.csv", "cälls of today.csv") == "undated")
    }

    @Test func aRunBeforeTheDateTakesAsMuchAsItMust() {
        #expect(match("*{yyyyMMdd}*.csv", "id99999999_20260930_v2.csv") == "2026-09-30")
        #expect(match("*_{yyyyMMdd}.csv", "a_b_20260930.csv") == "2026-09-30")
    }

    @Test func aDayThatDoesNotExistIsSaid() {
        #expect(match("calls_{yyyyMMdd}.csv", "calls_20260231.csv") == "impossible 20260231")
        #expect(match("calls_{yyyyMM}.csv", "calls_202613.csv") == "impossible 202613")
    }
}
