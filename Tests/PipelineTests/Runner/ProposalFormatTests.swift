import Definitions
import Testing

@testable import PipelineRunner

@Suite("What a proposal tells from values")
struct ProposalFormatTests {
    @Test(
        "American, two-digit, named and mixed times",
        arguments: [
            (["11/1/2025 3:44:06 AM", "11/21/2025 11:44:06 PM"], "M/d/yyyy h:mm:ss a"),
            (["11/04/2023 6:08:26 PM", "01/20/2019 7:42:04 AM"], "MM/dd/yyyy h:mm:ss a"),
            (["13/04/25 06:08"], "dd/MM/yy HH:mm"),
            (["04-Nov-2025 06:08:26"], "dd-MMM-yyyy HH:mm:ss"),
            (["00:00:00", "00:00:00", "21/11/2025 06:08:26"], "dd/MM/yyyy HH:mm:ss"),
        ])
    func formats(_ values: [String], _ format: String) {
        #expect(guessTimeFormat(values).format == format)
    }

    @Test("labels stand for what they say or are commonly said to")
    func labels() {
        let allowed = ["answered", "abandoned", "ivr_resolved"]
        #expect(commonMeaning(of: "IVR Resolved", column: "disposition", allowed: allowed) == "ivr_resolved")
        #expect(commonMeaning(of: "ABN", column: "disposition", allowed: allowed) == "abandoned")
        #expect(commonMeaning(of: "Queued", column: "disposition", allowed: allowed) == nil)
    }

    @Test("the last lines of an export are its control total and what to skip")
    func footer() {
        let found = footers(of: Array("a,b,c\n1,2,3\nGrand Total,5687,\nTotal records: 5687\n".utf8), .init())
        #expect(found.control == "Total records:")
        #expect(found.skip == ["Grand Total"])
    }
}
