package import Tables

/// A band's name in words that no spreadsheet takes for a date: `under 10 s`, `10 s to under 60 s`, `60 s or more`.
package func bandLabel(from: Int64?, to: Int64?, _ type: ValueType, _ isLeftClosed: Bool) -> String {
    func text(_ value: Int64) -> String {
        guard type == .duration else { return String(value) }
        return if value % 86_400_000 == 0, value > 0 {
            "\(value / 86_400_000) d"
        } else if value % 3_600_000 == 0, value > 0 {
            "\(value / 3_600_000) h"
        } else if value % 60_000 == 0, value > 60_000 {
            "\(value / 60_000) min"
        } else if value % 1000 == 0 {
            "\(value / 1000) s"
        } else {
            "\(value) ms"
        }
    }
    switch (from, to, isLeftClosed) {
    case (nil, let high?, true): return "under \(text(high))"
    case (let low?, let high?, true): return "\(text(low)) to under \(text(high))"
    case (let low?, nil, true): return "\(text(low)) or more"
    case (nil, let high?, false): return "up to \(text(high))"
    case (let low?, let high?, false): return "over \(text(low)) to \(text(high))"
    case (let low?, nil, false): return "over \(text(low))"
    case (nil, nil, _): return "all"
    }
}
