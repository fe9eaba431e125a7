import Compute
import Definitions
import Reporting
import Tables
import Testing

@Suite("The verdict in one sentence")
struct VerdictSentenceTests {
    private func sentence(_ row: FigureRow, unit: Unit = .percent) -> String {
        verdictSentence(row, figure: figure(unit: unit))
    }

    @Test("the sentence of the contract")
    func contract() {
        #expect(
            sentence(shareRow(15_539, of: 17_285, .notMetWithinChance))
                == "Not met: 89.9% against 90% (15,539 of 17,285). The gap is within chance.")
    }

    @Test(
        "digits are added until the text stands on the value's side of the standard",
        arguments: [
            // 10,000 calls: the words of the verdict come with the row, the digits from the counts.
            (9059, 10_000, FigureRow.Verdict.met, "Met: 90.6% against 90% (9,059 of 10,000)."),
            (9058, 10_000, .metWithinChance, "Met: 90.6% against 90% (9,058 of 10,000). The gap is within chance."),
            (
                8942, 10_000, .notMetWithinChance,
                "Not met: 89.4% against 90% (8,942 of 10,000). The gap is within chance."
            ),
            (8941, 10_000, .notMet, "Not met: 89.4% against 90% (8,941 of 10,000)."),
            (
                8999, 10_000, .notMetWithinChance,
                "Not met: 89.99% against 90% (8,999 of 10,000). The gap is within chance."
            ),
            (9000, 10_000, .metWithinChance, "Met: 90.0% against 90% (9,000 of 10,000). The gap is within chance."),
            (
                899_999, 1_000_000, .notMetWithinChance,
                "Not met: 89.9999% against 90% (899,999 of 1,000,000). The gap is within chance."
            ),
            (9996, 10_000, .met, "Met: 99.96% against 90% (9,996 of 10,000)."),
            (10_000, 10_000, .met, "Met: 100.0% against 90% (10,000 of 10,000)."),
            (4, 10_000, .notMet, "Not met: 0.04% against 90% (4 of 10,000)."),
            (0, 10_000, .notMet, "Not met: 0.0% against 90% (0 of 10,000)."),
        ])
    func digits(_ hits: Int, _ total: Int, _ verdict: FigureRow.Verdict, _ expected: String) {
        #expect(sentence(shareRow(hits, of: total, verdict)) == expected)
    }

    @Test("a standard of everything names the misses")
    func everything() {
        #expect(
            sentence(shareRow(9996, of: 10_000, .notMet, standard: 100))
                == "Not met: 99.96% against 100% (9,996 of 10,000; 4 missed).")
        #expect(
            sentence(shareRow(3, of: 10_000, .notMet, standard: 0, rule: "<="))
                == "Not met: 0.03% against 0% (3 of 10,000; 3 missed).")
    }

    @Test("too few, unknowns, references and unverified standards say so")
    func others() {
        #expect(sentence(shareRow(8, of: 10, .tooFew)) == "Too few to judge: 80.0% against 90% (8 of 10).")
        var unknown = shareRow(900, of: 1000, .dependsOnUnknowns)
        unknown.lowest = 88
        unknown.highest = 91.5
        #expect(
            sentence(unknown)
                == "Depends on unknowns: 90.0% against 90% (900 of 1,000). Missing and rejected rows allow anything from "
                + "88.0% to 91.5%.")
        #expect(
            sentence(shareRow(900, of: 1000, .referenceOnly, status: "reference"))
                == "Reference only: 90.0% beside 90% (900 of 1,000). It is not a standard.")
        #expect(
            sentence(shareRow(95, of: 100, .met, status: "unverified"))
                == "Met: 95.0% against an unverified 90% (95 of 100).")
        #expect(sentence(shareRow(95, of: 100, .noStandard, standard: nil)) == "No standard: 95.0% (95 of 100).")
    }

    @Test("states come before numbers")
    func states() {
        var part = shareRow(95, of: 100, nil, standard: nil)
        part.state = .part
        #expect(sentence(part) == "Part of the period only. No standard: 95.0% (95 of 100).")
        var partBesideStandard = shareRow(95, of: 100, nil)
        partBesideStandard.state = .part
        #expect(
            sentence(partBesideStandard)
                == "Part of the period only. Not judged: 95.0% beside 90% (95 of 100).")
        var immature = shareRow(95, of: 100, nil, standard: nil)
        immature.state = .immature
        immature.openShare = 34.2
        immature.immatureAbove = 10
        #expect(
            sentence(immature)
                == "Immature: 34.2% of these rows are not finished yet (limit 10%). No standard: 95.0% (95 of 100).")
        var empty = shareRow(0, of: 0, nil)
        empty.state = .empty
        #expect(sentence(empty) == "Nothing to measure in Sep 2026.")
        var absent = FigureRow(kpi: "C01", statistic: "share", period: september, dimension: "all", member: "all")
        absent.state = .notComputable
        #expect(sentence(absent) == "Not computable.")
    }

    @Test("what is more than nothing never reads 0")
    func small() {
        #expect(displayText(0.0295, unit: .number(of: "calls per hour")) == "0.03 calls per hour")
        #expect(displayText(0, unit: .number(of: "calls per hour")) == "0 calls per hour")
        #expect(displayText(1234.56, unit: .seconds) == "1,234.6 seconds")
        #expect(displayText(-0.04, unit: .number(of: "points")) == "-0.04 points")
    }

    @Test("a mean is rounded half away from zero from its sum in milliseconds")
    func mean() {
        var row = FigureRow(kpi: "C02", statistic: "mean", period: september, dimension: "all", member: "all")
        // 2,050 ms over 8 calls is 256.25 ms: 0.25625 s.
        row.value = 0.25625
        row.numerator = 2.05
        row.denominator = 8
        row.verdict = .noStandard
        #expect(sentence(row, unit: .seconds) == "No standard: 0.3 seconds (n = 8).")
        // 12,350 ms over 1 call: exactly on the half.
        row.value = 12.35
        row.numerator = 12.35
        row.denominator = 1
        #expect(sentence(row, unit: .seconds) == "No standard: 12.4 seconds (n = 1).")
    }
}
