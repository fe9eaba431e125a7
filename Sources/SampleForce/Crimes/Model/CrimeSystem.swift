import Tables

/// The two crime systems: one until the end of November 2025, the other from 6 December 2025.
enum CrimeSystem: String, CaseIterable {
    case connect
    case niche

    /// Local, as each system writes times: the old one knows no seconds.
    func stamp(_ time: Int?) -> String {
        guard let time else { return "" }
        let reading = UKClock.local(time)
        switch self {
        case .connect: return String(britishStamp(reading).dropLast(3))
        case .niche: return "\(reading.day)T\(clockText(reading.second))"
        }
    }

    /// Where the old system has only the day.
    func dayStamp(_ time: Int?) -> String {
        guard self == .connect, let time else { return stamp(time) }
        return britishDate(UKClock.local(time).day)
    }

    func flag(_ flag: Bool?) -> String {
        guard let flag else { return "" }
        switch self {
        case .connect: return flag ? "Y" : "N"
        case .niche: return flag ? "Yes" : "No"
        }
    }
}
