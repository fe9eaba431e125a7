import Tables

/// Who is named as a suspect of the sample's crimes, and what becomes of it. Who was arrested for a crime is a suspect
/// of it; others are named and asked in, ruled out, or not found for long.
struct SuspectPlan {
    private(set) var suspects: [Suspect] = []
    private var random: SplitMix64

    private let scale: Int

    init(scale: Int, seed: SplitMix64) {
        self.scale = scale
        random = seed.stream("suspects")
    }

    /// Ten-thousandths of crimes without an arrest for which somebody is named.
    private static let named = 1400

    mutating func note(_ month: CrimeMonth) {
        for crime in month.crimes where crime.isNamed {
            var persons: Set<String> = []
            for arrest in crime.events where arrest.type == .arrest && arrest.label == nil && arrest.fate == .accepted {
                guard persons.insert(arrest.person).inserted else { continue }
                add(arrested: arrest, for: crime)
            }
            if persons.isEmpty, random.chance(SuspectPlan.named) { add(namedFor: crime) }
        }
    }

    private mutating func add(arrested arrest: CrimeEvent, for crime: Crime) {
        let found = Moments.plain(arrest.time)
        let named = min(found, Moments.plain(max(crime.recorded, arrest.time - random.inside(900...260_000))))
        let isCharged = crime.outcomes.contains { OutcomeCode.folded($0.code) == "1" }
        append(
            Suspect(
                person: arrest.person, crime: crime.id, named: named, risk: risk(crime),
                ending: isCharged ? .charged : .arrested, resolved: found))
    }

    private mutating func add(namedFor crime: Crime) {
        let named = Moments.plain(atDesk(crime.recorded + random.inside(1800...700_000), &random))
        let risk = risk(crime)
        let ending: Suspect.State = random.pick(weighted: [(.interviewed, 55), (.eliminated, 25), (.arrested, 20)])
        let days = HighRiskPursuit.days(named: named, risk, &random)
        let person = "N\(padded(100_000 + random.below(40_000 * scale), 6))"
        append(
            Suspect(
                person: person, crime: crime.id, named: named, risk: risk, ending: ending,
                resolved: Moments.plain(atDesk(named + days * 86_400 + random.inside(1800...40_000), &random))))
    }

    private mutating func risk(_ crime: Crime) -> Suspect.Risk {
        if crime.isDomestic == true || crime.offence.isSerious {
            return random.pick(weighted: [(.high, 45), (.medium, 40), (.standard, 15)])
        }
        return random.pick(weighted: [(.high, 8), (.medium, 37), (.standard, 55)])
    }

    private mutating func append(_ suspect: Suspect) {
        guard suspect.named < Moments.asOf + 86_400 else { return }
        suspects.append(suspect)
    }
}

extension Crime {
    /// In the exports for good, so that whoever is named for it finds it.
    fileprivate var isNamed: Bool {
        fate == .accepted && !isCopy && presence == .always && transferred == nil && cancellation == nil
            && isFraud != true && recorded < Moments.asOf
    }
}
