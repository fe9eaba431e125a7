import Definitions
import Tables
import Testing

@testable import PipelineRunner

@Suite("A source proposed from an export of suspects, forensics, offenders or demand")
struct OffenderProposalTests {
    private func propose(_ name: String, _ text: String, as table: String) throws -> [String] {
        let folder = try TemporaryFolder()
        try folder.writePipeline("force", force: "Loamshire Police")
        try folder.write("in/\(name)", text)
        return try proposeSource(
            file: "\(folder.path)/in/\(name)", table: table,
            schemas: try loadPipeline(folder: "\(folder.path)/Pipelines/force").schemas)
    }

    @Test(
        "every column that an export has is found by what such systems call it",
        arguments: [
            (
                "suspects", "Crime No,Nominal Ref,Date Named,Suspect Status,Status Date,Risk Level",
                "22/1,N100,03/02/2026,OS,,High",
                ["crime_id", "suspect_hash", "named_at", "status", "resolved_at", "risk"]
            ),
            (
                "wanted", "PNC ID,Wanted Since,Wanted For,Circulated,Last Review,Executed",
                "66/12,03/02/2026 10:00,Recall,03/02/2026 12:30,01/03/2026 09:00,05/03/2026 06:00",
                ["person_hash", "wanted_at", "reason", "pnc_circulated_at", "last_review_at", "cleared_at"]
            ),
            (
                "digital_forensics", "Lab Ref,Crime Ref,Device,Urgency,Received,Exam Started,Finished,Due Date",
                "D1,22/1,Phone,P1,03/02/2026,04/02/2026,09/02/2026,10/02/2026",
                [
                    "exhibit_id", "crime_id", "device_type", "priority", "submitted_at", "exam_started_at",
                    "completed_at", "target_due_at",
                ]
            ),
            (
                "rso",
                "ViSOR Ref,ARMS,Status,Next Visit Due,Last Visit,ARMS Due,Last DS Review,Offender Manager,Office",
                "V1,VH,Community,03/02/2026,01/01/2026,01/05/2026,02/01/2026,4411,North",
                [
                    "offender_hash", "risk_level", "management", "visit_due_on", "last_visit_on", "arms_review_due",
                    "last_supervisor_review_on", "manager_hash", "team",
                ]
            ),
            (
                "rso_visits", "ViSOR Ref,Visit Date,Seen", "V1,03/02/2026,Y",
                ["offender_hash", "visited_at", "successful"]
            ),
            (
                "enforcement", "Package Ref,Date Received,State,Intel Refreshed,KIRAT,Executed",
                "P1,03/02/2026,Pending,04/02/2026,High,",
                ["case_id", "referred_at", "status", "last_intel_review_at", "risk", "enforced_at"]
            ),
            (
                "agent_states", "Login ID,Aux Code,Start Time,End Time,Split/Skill",
                "7001,ACW,03/02/2026 10:00:00,03/02/2026 10:01:10,101 Queue",
                ["agent_hash", "state", "started_at", "ended_at", "queue"]
            ),
            (
                "forecast", "Date Hour,Line,Predicted", "03/02/2026 10:00,101,41.50",
                ["interval_start", "channel", "forecast"]
            ),
            (
                "benchmarks", "Measure,Force Name,MSG,From,To,Count,Out Of,Percentage,URL,Definition",
                "I17,Westmarch,Y,2025-04-01,2026-03-31,10,100,10.0,none,as recorded",
                [
                    "kpi_id", "force", "is_msg", "period_start", "period_end", "numerator", "denominator", "value",
                    "source_url", "basis",
                ]
            ),
        ])
    func headers(table: String, header: String, record: String, columns: [String]) throws {
        let lines = try propose("export_20260930.csv", "\(header)\r\n\(record)\r\n", as: table)
        for column in columns { #expect(lines.contains { $0.hasPrefix("  \(column): {") }, "\(column): \(lines)") }
        #expect(!lines.contains { $0.hasPrefix("# not used") }, "\(lines)")
    }

    @Test("labels stand for what such systems mean by them, and what holds no history is a snapshot")
    func labels() throws {
        let states = try propose(
            "states.csv", "Agent,State,Start\r\n1,ACD,2026-02-03 10:00:00\r\n1,ACW,2026-02-03 10:01:00\r\n",
            as: "agent_states")
        #expect(states.contains { $0.contains("ACD: handling") && $0.contains("ACW: wrap") }, "\(states)")
        let register = try propose(
            "visor.csv", "Ref,ARMS,Status,Next Visit\r\nV1,VH,Prison,03/02/2026\r\n", as: "rso")
        #expect(register.contains { $0.contains("VH: very_high") })
        #expect(register.contains { $0.contains("Prison: custody") })
        #expect(register.contains("exports: snapshot                 # the newest file says how things stand"))
    }

    @Test("what the run itself supplies is proposed from no export")
    func ofTheRun() throws {
        #expect(throws: Diagnostic.self) { try propose("l.csv", "source,file\r\na,b\r\n", as: "ledger") }
    }
}
