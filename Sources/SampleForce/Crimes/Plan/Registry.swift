import Tables

/// What goes on from month to month: the numbers given to crimes, and how much of a batch is still to be filed.
struct Registry {
    let scale: Int
    private var numbers: [String: Int] = [:]
    var batch: MonthEndBatch

    init(scale: Int, isClean: Bool) {
        self.scale = scale
        batch = MonthEndBatch(remaining: isClean ? 0 : 300 * scale)
    }

    /// `CR/00123/25`, from 1 again each year; `99260000123`.
    mutating func number(_ system: CrimeSystem, recorded: Int) -> String {
        let year = padded(UKClock.local(recorded).day.components.year % 100, 2)
        let key = "\(system.rawValue)\(year)"
        numbers[key, default: 0] += 1
        let number = numbers[key] ?? 1
        return switch system {
        case .connect: "CR/\(padded(number, 5))/\(year)"
        case .niche: "99\(year)\(padded(number, 7))"
        }
    }

    /// Twelve investigators for each of twenty teams and two supervisors for each area, and as many times that as the
    /// force is larger.
    func officer(_ place: Log.Place, _ random: inout SplitMix64) -> String {
        "4\(padded(team(place) * 12 * scale + random.below(12 * scale), 3))"
    }

    func supervisor(_ place: Log.Place, _ random: inout SplitMix64) -> String {
        "3\(padded((team(place) / 5 * 2 + team(place) % 2) * scale + random.below(scale), 3))"
    }

    func nominal(_ random: inout SplitMix64) -> String {
        "N\(padded(100_000 + random.below(40_000 * scale), 6))"
    }

    private func team(_ place: Log.Place) -> Int {
        let areas: [Area] = [.sandford, .middlemarch, .casterbridge, .barchester]
        let number = Int(place.team.split(separator: " ").last ?? "") ?? 1
        return (areas.firstIndex(of: place.area) ?? 0) * 5 + (number - 1) % 5
    }
}
