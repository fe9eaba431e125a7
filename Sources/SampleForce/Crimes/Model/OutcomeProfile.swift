/// How the crimes of one kind end once all of them have ended.
struct OutcomeProfile: Sendable {
    let codes: [(String, Int)]

    static let violence = OutcomeProfile(codes: [
        ("18", 200), ("16", 300), ("15", 210), ("14", 130), ("1", 62), ("8", 38), ("3", 14), ("2", 6), ("10", 6),
        ("9", 4), ("21", 8), ("22", 12), ("20", 10), ("17", 8), ("12", 4), ("13", 2), ("5", 1), ("11", 3),
    ])
    static let domestic = OutcomeProfile(codes: [
        ("16", 500), ("15", 200), ("14", 90), ("1", 105), ("18", 24), ("3", 14), ("8", 8), ("10", 6), ("9", 6),
        ("22", 10), ("17", 12), ("20", 8), ("21", 5), ("13", 2),
    ])
    static let sexual = OutcomeProfile(codes: [
        ("15", 320), ("16", 280), ("18", 140), ("14", 120), ("1", 75), ("20", 20), ("21", 10), ("13", 8), ("12", 8),
        ("5", 6), ("11", 6), ("10", 7),
    ])
    static let theft = OutcomeProfile(codes: [
        ("18", 700), ("15", 80), ("16", 60), ("14", 50), ("1", 55), ("8", 20), ("4", 8), ("21", 12), ("6", 4),
        ("22", 6), ("20", 5),
    ])
    static let shop = OutcomeProfile(codes: [
        ("18", 480), ("1", 160), ("8", 110), ("15", 80), ("16", 70), ("14", 40), ("6", 30), ("22", 20), ("10", 10),
    ])
    static let damage = OutcomeProfile(codes: [
        ("18", 560), ("16", 120), ("15", 90), ("14", 70), ("1", 55), ("8", 55), ("22", 18), ("11", 10), ("2", 8),
        ("10", 8), ("21", 6),
    ])
    static let robbery = OutcomeProfile(codes: [
        ("18", 520), ("15", 130), ("16", 110), ("14", 80), ("1", 130), ("2", 8), ("22", 10), ("20", 12),
    ])
    static let drugs = OutcomeProfile(codes: [
        ("1", 300), ("8", 260), ("7", 90), ("3", 80), ("22", 90), ("15", 60), ("18", 30), ("6", 15), ("10", 25),
    ])
    static let fraud = OutcomeProfile(codes: [("19", 1)])
    static let screened = OutcomeProfile(codes: [("18", 900), ("14", 60), ("21", 40)])
}
