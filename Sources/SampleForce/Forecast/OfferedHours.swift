/// How many contacts of each channel were offered in each hour, as the figures count them.
struct OfferedHours {
    private struct Hour: Hashable {
        let begins: Int
        let channel: Channel
    }

    private var counts: [Hour: Int] = [:]

    mutating func note(_ contacts: [Call]) {
        for contact in contacts {
            let intent = contact.intent
            guard intent.isCounted, intent.direction == .inbound, !intent.isTest else { continue }
            let begins = OfferedHours.reading(contact.started - contact.started % 3600)
            counts[Hour(begins: begins, channel: intent.channel), default: 0] += 1
        }
    }

    /// The exports of calls know no offsets: the second of two hours that read alike is read as the first.
    private static func reading(_ hour: Int) -> Int {
        UKClock.repeatedHours.contains { hour == $0.upperBound - 3600 } ? hour - 3600 : hour
    }

    func count(_ channel: Channel, _ begins: Int) -> Int { counts[Hour(begins: begins, channel: channel)] ?? 0 }
}
