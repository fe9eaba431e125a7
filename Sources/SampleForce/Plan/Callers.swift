import Tables

/// Telephone numbers from the ranges that Ofcom keeps free for drama, dealt in order of time so that no number comes up
/// again soon by chance: who rings again does so because it was planned.
struct Callers {
    /// A pool of numbers dealt in turn.
    struct Pool {
        let prefixes: [String]
        private var dealt = 0

        init(_ prefixes: [String]) {
            self.prefixes = prefixes
        }

        mutating func deal() -> String {
            let count = prefixes.count * 1000
            let place = dealt * 617 % count
            dealt += 1
            return "\(prefixes[place / 1000])\(padded(place % 1000, 3))"
        }
    }

    var emergency = Pool([
        "01134960", "01144960", "01154960", "01164960", "01174960", "01184960", "01214960", "01314960", "01414960",
        "01514960", "01614960",
    ])
    var nonEmergency = Pool(["01914980", "02896496", "02920180"])
    var digital = Pool(["03069990", "08081570"])
    /// For callers who hang up and try again.
    var again = Pool(["07700900"])
    /// For callers who ring 999 again and again.
    var repeating = Pool(["01632960"])
    /// The one who never stops.
    let persistent = "02079460118"

    /// Nine callers in a hundred withhold their number.
    static let withheld = 900
}
