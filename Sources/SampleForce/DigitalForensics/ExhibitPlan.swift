import Tables

/// Exhibits of the sample's crimes and of older ones, and how the unit works through them.
struct ExhibitPlan {
    /// Crimes that can be read, by the month of recording.
    private var crimes: [Month: [(id: String, recorded: Int)]] = [:]

    mutating func note(_ month: CrimeMonth) {
        for crime in month.crimes
        where crime.fate == .accepted && !crime.isCopy && crime.presence == .always && crime.recorded < Moments.asOf
            && crime.offence.group != "Theft offences" && crime.cancellation == nil
        {
            crimes[Month(of: crime.recorded), default: []].append((crime.id, crime.recorded))
        }
    }

    private static let devices = [
        ("Mobile phone", 58), ("Laptop", 13), ("Tablet", 10), ("Storage", 9), ("CCTV", 6), ("Console", 4),
    ]

    /// From August 2024, so that some wait when the sample begins.
    func exhibits(scale: Int, _ random: inout SplitMix64) -> [Exhibit] {
        var exhibits: [Exhibit] = []
        var month = Month(2024, 8)
        while month.id <= "2026-09" {
            let first = month == Month(2024, 8) ? 70 : 0
            for _ in 0..<((118 + first + random.inside(-9...9)) * scale) {
                exhibits.append(exhibit(in: month, &random))
            }
            month = month.next
        }
        // The last day has one, so that September is seen to be whole.
        exhibits.append(exhibit(at: Moments.midnight(2026, 9, 30) + 38_400, in: Month(2026, 9), &random))
        exhibits.sort { ($0.submitted, $0.due, $0.crime ?? "") < ($1.submitted, $1.due, $1.crime ?? "") }
        for place in exhibits.indices { exhibits[place] = numbered(exhibits[place], place + 1) }
        Bench(scale: scale).examine(&exhibits, &random)
        return exhibits.map(\.known)
    }

    private func exhibit(in month: Month, _ random: inout SplitMix64) -> Exhibit {
        let submitted = Moments.plain(
            UKClock.utc(month.first.adding(days: random.below(month.days)), random.inside(28_800...61_200)))
        return exhibit(at: submitted, in: month, &random)
    }

    private func exhibit(at submitted: Int, in month: Month, _ random: inout SplitMix64) -> Exhibit {
        let priority: Exhibit.Priority = random.pick(weighted: [(.urgent, 12), (.high, 34), (.normal, 54)])
        // Nine in ten belong to a crime recorded in the weeks before.
        let recent = (crimes[month] ?? []).filter { $0.recorded < submitted - 3600 }
        let crime = !recent.isEmpty && random.chance(9000) ? random.pick(recent).id : nil
        return Exhibit(
            id: "", crime: crime, device: random.pick(weighted: ExhibitPlan.devices), priority: priority,
            submitted: submitted, due: Moments.plain(submitted + priority.days * 86_400),
            parked: priority != .urgent && random.chance(300) ? random.inside(90...430) * 86_400 : 0)
    }

    private func numbered(_ exhibit: Exhibit, _ number: Int) -> Exhibit {
        let year = UKClock.local(exhibit.submitted).day.components.year % 100
        return Exhibit(
            id: "DFU/\(padded(year, 2))/\(padded(number, 5))", crime: exhibit.crime, device: exhibit.device,
            priority: exhibit.priority, submitted: exhibit.submitted, due: exhibit.due, parked: exhibit.parked)
    }
}
