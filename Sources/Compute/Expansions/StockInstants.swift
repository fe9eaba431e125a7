import Definitions
import Tables

/// The instants at which a stock is taken: the last millisecond of local hours, days, months or weeks, none at or after
/// the as-of, and the last one before it.
enum StockInstants: Sendable {
    /// Ascending.
    case listed([Int64])
    /// The ends of all hours from the first whole day.
    case hours(from: Int64, zone: ZoneTable)

    /// No data, no instants: `first` is the day that they begin with.
    init(_ instants: Expansion.Instants, from first: Int?, asOf: AsOf, zone: ZoneTable) {
        guard let first, first <= asOf.day.days else {
            self = .listed([])
            return
        }
        if instants == .hour {
            self = .hours(from: zone.start(of: CivilDate(days: first)), zone: zone)
            return
        }
        self = .listed(
            (first...asOf.day.days).filter { $0 == asOf.day.days || instants.closes(CivilDate(days: $0)) }
                .map { zone.start(of: CivilDate(days: $0 + 1)) - 1 })
    }

    /// Every instant with `from` ≤ instant < `until`.
    func forEach(from: Int64, until: Int64, _ body: (Int64) -> Void) {
        switch self {
        case .listed(let instants):
            var place = firstPlace(notBefore: from, in: instants)
            while place < instants.count, instants[place] < until {
                body(instants[place])
                place += 1
            }
        case .hours(from: let first, let zone):
            var end = zone.hourStart(max(from, first)) + 3_600_000
            while end <= until {
                body(end - 1)
                end += 3_600_000
            }
        }
    }

    private func firstPlace(notBefore from: Int64, in instants: [Int64]) -> Int {
        var (low, high) = (0, instants.count)
        while low < high {
            let middle = (low + high) / 2
            if instants[middle] < from { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension ZoneTable {
    /// The beginning of the local hour that an instant lies in.
    func hourStart(_ instant: Int64) -> Int64 {
        let local = local(instant)
        return instant - (local - floorDivide(local, 3_600_000) * 3_600_000)
    }
}
