/// What was done, in the Home Office's classes, and how such crimes go on.
struct Offence: Sendable {
    let code: String
    let group: String
    let subgroup: String
    var victims = [(VictimType.individual, 90), (.business, 7), (.unknown, 3)]
    /// In ten-thousandths: screened out at once.
    var screened = 500
    var skill = Skill.one
    var profile = OutcomeProfile.violence
    /// In ten-thousandths.
    var arrested = 900
    var isSerious = false
    var isFraud: Bool { group == "Fraud offences" }

    static let injury = Offence(
        code: "8N", group: "Violence against the person", subgroup: "Violence with injury", screened: 800,
        arrested: 1900)
    static let assault = Offence(
        code: "105A", group: "Violence against the person", subgroup: "Violence without injury", screened: 2600,
        arrested: 1000)
    static let harassment = Offence(
        code: "8L", group: "Violence against the person", subgroup: "Stalking and harassment", screened: 1500)
    static let rape = Offence(
        code: "19C", group: "Sexual offences", subgroup: "Rape", screened: 0, skill: .three, profile: .sexual,
        arrested: 2600, isSerious: true)
    static let sexual = Offence(
        code: "20A", group: "Sexual offences", subgroup: "Other sexual offences", screened: 400, skill: .two,
        profile: .sexual, arrested: 1500, isSerious: true)
    static let robbery = Offence(
        code: "34B", group: "Robbery", subgroup: "Robbery of personal property", screened: 300, skill: .two,
        profile: .robbery, arrested: 2200, isSerious: true)
    static let burglary = Offence(
        code: "28E", group: "Theft offences", subgroup: "Residential burglary", screened: 1200, profile: .theft,
        arrested: 700)
    static let commercial = Offence(
        code: "30C", group: "Theft offences", subgroup: "Non-residential burglary",
        victims: [(.business, 92), (.state, 8)],
        screened: 3500, profile: .theft, arrested: 700)
    static let vehicle = Offence(
        code: "45.10", group: "Theft offences", subgroup: "Vehicle offences", screened: 7800, profile: .theft,
        arrested: 200)
    static let shop = Offence(
        code: "46", group: "Theft offences", subgroup: "Shoplifting", victims: [(.business, 100)], screened: 5500,
        profile: .shop, arrested: 1700)
    static let theft = Offence(
        code: "49", group: "Theft offences", subgroup: "Other theft offences", screened: 7200, profile: .theft,
        arrested: 200)
    static let damage = Offence(
        code: "58B", group: "Criminal damage and arson", subgroup: "Criminal damage",
        victims: [(.individual, 74), (.business, 18), (.state, 6), (.unknown, 2)], screened: 5800, profile: .damage,
        arrested: 700)
    static let possession = Offence(
        code: "92D", group: "Drug offences", subgroup: "Possession of drugs", victims: [(.state, 60), (.society, 40)],
        screened: 0, profile: .drugs, arrested: 3000)
    static let trafficking = Offence(
        code: "92A", group: "Drug offences", subgroup: "Trafficking of drugs", victims: [(.state, 60), (.society, 40)],
        screened: 0, skill: .two, profile: .drugs, arrested: 5500)
    static let weapon = Offence(
        code: "10D", group: "Possession of weapons offences", subgroup: "Possession of weapons offences",
        victims: [(.state, 70), (.society, 30)], screened: 300, profile: .drugs, arrested: 4000)
    static let disorder = Offence(
        code: "9A", group: "Public order offences", subgroup: "Public order offences",
        victims: [(.individual, 62), (.society, 30), (.business, 8)], screened: 3800, arrested: 1100)
    static let fraud = Offence(code: "53C", group: "Fraud offences", subgroup: "Fraud", screened: 9000, profile: .fraud)

    /// What a log of each opening code is recorded as.
    static let byOpening: [String: [(Offence, Int)]] = [
        "DOM": [(injury, 30), (assault, 40), (harassment, 22), (damage, 8)],
        "VAP": [(injury, 38), (assault, 40), (disorder, 15), (weapon, 7)],
        "BUR": [(burglary, 70), (commercial, 30)],
        "ROB": [(robbery, 92), (injury, 8)],
        "SEX": [(rape, 38), (sexual, 62)],
        "THF": [(theft, 50), (vehicle, 42), (fraud, 8)],
        "DAM": [(damage, 100)],
        "SHP": [(shop, 96), (assault, 4)],
        "DRG": [(possession, 82), (trafficking, 18)],
    ]
    static let otherwise = [(damage, 40), (assault, 30), (disorder, 30)]
    /// Reported online, or found by officers: no log.
    static let withoutLog = [(theft, 42), (vehicle, 22), (damage, 18), (fraud, 12), (possession, 6)]
}
