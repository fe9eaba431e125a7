/// The outcomes of the Home Office: codes in the old system, the new one's wording for them.
enum OutcomeCode {
    static let labels: [String: String] = [
        "0": "Not Yet Assigned",
        "1": "Charge/Summons",
        "1A": "Charge/Summonsed With Alternate Offence",
        "2": "Caution - Youths",
        "2A": "Caution - Youths With Alternate Offence",
        "3": "Caution - Adults",
        "3A": "Adult Caution With Alternate Offence",
        "4": "Taken Into Consideration",
        "5": "Offender Has Died",
        "6": "Penalty Notice For Disorder",
        "7": "Cannabis Warning",
        "8": "Community Resolution",
        "9": "Prosecution Not In The Public Interest (CPS)",
        "10": "Formal Action Against The Offender Is Not In The Public Interest (Police)",
        "11": "Prosecution Prevented - Suspect Under Age",
        "12": "Prosecution Prevented - Named Suspect Too Ill To Prosecute",
        "13": "Prosecution Prevented - Victim Or Key Witness Dead Or Too Ill To Give Evidence",
        "14": "Evidential Difficulties Victim Based - Named Suspect Not Identified",
        "15": "Named Suspect Identified: Victim Supports Police Action But Evidential Difficulties",
        "16": "Named Suspect Identified: Evidential Difficulties - Victim Does Not Support Police Action",
        "17": "Prosecution Time Limit Expired",
        "18": "Investigation Complete: No Suspect Identified",
        "19": "National Fraud Intelligence Bureau",
        "20": "Other Agency Delegations",
        "21": "Named Suspect - Further Investigation Not In Public Interest",
        "22": "Diversionary, Educational Or Intervention Activity Undertaken",
    ]

    static func label(_ code: String, _ system: CrimeSystem) -> String {
        system == .connect ? code : labels[code] ?? code
    }

    /// 1A, 2A and 3A are counted in 1, 2 and 3.
    static func folded(_ code: String) -> String { code.hasSuffix("A") ? String(code.dropLast()) : code }

    static let positive: Set = ["1", "2", "3", "6", "7", "8"]
    static let withoutVictim: Set = ["14", "16"]
    /// An out-of-court disposal on which the victim has a view.
    static let outOfCourt: Set = ["2", "3", "6", "7", "8", "22"]
}
