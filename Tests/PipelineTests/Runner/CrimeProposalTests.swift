import Definitions
import Tables
import Testing

@testable import PipelineRunner

@Suite("A source proposed from an export of a crime system")
struct CrimeProposalTests {
    private static let codes = [
        "0", "1", "1A", "2", "2A", "3", "3A", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16",
        "17", "18", "19", "20", "21", "22",
    ]

    @Test(
        "the national wording stands for its codes",
        arguments: [
            ("Charge/Summons", "1"), ("Charge/Summonsed With Alternate Offence", "1A"), ("Caution - Youths", "2"),
            ("Caution - Adults", "3"), ("Adult Caution With Alternate Offence", "3A"),
            ("Penalty Notice For Disorder", "6"), ("Cannabis Warning", "7"), ("Community Resolution", "8"),
            ("Prosecution Not In The Public Interest (CPS)", "9"),
            ("Formal Action Against The Offender Is Not In The Public Interest (Police)", "10"),
            ("Prosecution Prevented - Named Suspect Too Ill To Prosecute", "12"),
            ("Prosecution Prevented - Victim Or Key Witness Dead Or Too Ill To Give Evidence", "13"),
            ("Evidential Difficulties Victim Based - Named Suspect Not Identified", "14"),
            ("Named Suspect Identified: Victim Supports Police Action But Evidential Difficulties", "15"),
            ("Named Suspect Identified: Evidential Difficulties - Victim Does Not Support Police Action", "16"),
            ("Prosecution Time Limit Expired", "17"), ("Investigation Complete: No Suspect Identified", "18"),
            ("Other Agency Delegations", "20"),
            ("Named Suspect - Further Investigation Not In Public Interest", "21"),
            ("Diversionary, Educational Or Intervention Activity Undertaken", "22"),
        ])
    func wording(label: String, code: String) {
        #expect(outcomeCode(of: label, among: Self.codes) == code)
        #expect(outcomeCode(of: label.uppercased(), among: Self.codes) == code)
    }

    @Test(
        "codes are told however they are written",
        arguments: [
            ("01", "1"), ("1a", "1A"), ("Outcome 18", "18"), ("OC2A", "2A"), ("18 - Investigation complete", "18"),
            ("3A: adult caution", "3A"), ("1 adult charged", "1"), ("Type 00", "0"),
        ])
    func written(label: String, code: String) {
        #expect(outcomeCode(of: label, among: Self.codes) == code)
    }

    @Test(
        "what stands for several codes, or for none, is left to the reader",
        arguments: [
            "Unable to prosecute suspect", "Offender given a caution", "Undetected", "Filed", "23", "118", "18B", "4A",
            "Not in the public interest", "", "2026-01",
        ])
    func open(label: String) {
        #expect(outcomeCode(of: label, among: Self.codes) == nil)
    }

    private func propose(_ name: String, _ text: String, as table: String) throws -> [String] {
        let folder = try TemporaryFolder()
        try folder.writePipeline("force", force: "Loamshire Police")
        try folder.write("in/\(name)", text)
        let definition = try loadPipeline(folder: "\(folder.path)/Pipelines/force")
        return try proposeSource(
            file: "\(folder.path)/in/\(name)", table: table, schemas: definition.schemas)
    }

    @Test("codes, short headers, days and minutes")
    func codes() throws {
        let lines = try propose(
            "connect_20260930.csv",
            """
            Crime No,Log Ref,Date Reported,Date Recorded,HO Class,District,DA Flag,Status,Outcome,Outcome Date,Victim Type
            CR/1,13/01/2025-17,13/01/2025 09:12,13/01/2025 13:40,Theft,North,Y,LIVE,,,IND
            CR/2,,14/01/2025 09:12,14/01/2025 13:40,Theft,North,N,FILED,1A,15/02/2025,BUS
            CR/3,,14/01/2025 09:12,14/01/2025 13:40,Theft,North,N,NO CRIME,,,QQQ

            """, as: "crimes")
        #expect(lines[1] == "source: connect_crimes")
        #expect(
            lines.filter { $0.hasPrefix("  ") && !$0.hasPrefix("  #") } == [
                "  crime_id: { from: Crime No }", "  incident_id: { from: Log Ref }",
                "  reported_at: { from: Date Reported, format: \"dd/MM/yyyy HH:mm\" }",
                "  recorded_at: { from: Date Recorded, format: \"dd/MM/yyyy HH:mm\" }",
                "  offence_group: { from: HO Class }", "  area: { from: District }",
                "  is_domestic_abuse: { from: DA Flag }",
                "  victim_type: { from: Victim Type, values: { IND: individual, BUS: business } }",
                "    # ? values: { QQQ: ? }",
                "    #   each stands for one of individual, business, state, society, unknown",
                "  status: { from: Status, values: { LIVE: open, FILED: closed, NO CRIME: cancelled } }",
                "  outcome_code: { from: Outcome }",
                "  outcome_at: { from: Outcome Date, format: \"dd/MM/yyyy\" }",
            ])
    }

    @Test("words, ISO times, one row per victim")
    func words() throws {
        let lines = try propose(
            "niche_20260930.csv",
            """
            OccurrenceNo,CadRef,ReportedTime,RecordedTime,BCU,DomesticAbuse,VictimSex,State,Outcome,OutcomeTime
            9,x,2026-01-05T14:03:22,2026-01-05T18:47:10,North,DA,Female,Open,,
            9,x,2026-01-05T14:03:22,2026-01-05T18:47:10,North,DA,Male,Open,,
            8,,2026-01-05T14:03:22,2026-01-05T18:47:10,North,,Not Asked,Filed,Unable to prosecute,2026-02-01T17:00:00

            """, as: "crimes")
        #expect(lines.contains("one_per: crime_id"))
        #expect(lines.contains("  crime_id: { from: OccurrenceNo }"))
        #expect(lines.contains("  reported_at: { from: ReportedTime, format: iso }"))
        #expect(lines.contains("  is_domestic_abuse: { from: DomesticAbuse }"))
        #expect(lines.contains("    # ? yes: [DA], no: [?]"))
        #expect(lines.contains("  victim_sex: { from: VictimSex, values: { Not Asked: not_asked } }"))
        #expect(lines.contains("  status: { from: State, values: { Filed: closed } }"))
        #expect(lines.contains("    # ? values: { Unable to prosecute: ? }"))
    }

    @Test("one file proposed for two tables gives two sources")
    func twoTables() throws {
        let text = "Crime No,Event Date,Event Type,Outcome\n1,13/01/2025 09:12,ARREST,18\n"
        let names = try ["crime_events", "outcomes"].map { try propose("history_20260930.csv", text, as: $0)[1] }
        #expect(names == ["source: history_crime_events", "source: history_outcomes"])
    }
}
