/// A crime that a log names.
struct CrimeLink {
    let id: String
    /// When the log came to know it.
    let recorded: Int
}

extension IncidentMonth {
    /// Writes the closing codes of the month's logs and the crimes recorded from them, by place.
    mutating func close(_ links: [Int: [CrimeLink]], _ random: inout SplitMix64) {
        var first: [LogID: Int] = [:]
        for place in logs.indices where logs[place].duplicateOf == nil && logs[place].status != .test {
            // A log that is there twice is closed once.
            if let earlier = first[logs[place].id] {
                logs[place].closingCodes = logs[earlier].closingCodes
                logs[place].crimes = logs[earlier].crimes
                continue
            }
            first[logs[place].id] = place
            guard logs[place].closed != nil else { continue }
            logs[place].crimes = links[place] ?? []
            logs[place].closingCodes = codes(logs[place], &random)
        }
    }

    /// As the control room types them: with a space here and there, an empty part, the same code twice.
    private func codes(_ log: Log, _ random: inout SplitMix64) -> String {
        let code = log.code.name
        if log.crimes.isEmpty {
            if log.code.isCrime, random.chance(4000) { return random.pick(["CFW", "SUS", "ASB"]) }
            return random.chance(300) ? "" : code
        }
        let own = log.code.isCrime ? code : "DAM"
        guard random.chance(1500) else { return own }
        let other = random.pick(["DAM", "VAP", "THF"])
        return random.pick(["\(own);\(other)", "\(own); \(other)", ";\(own)", "\(own);;\(other)", "\(own);\(own)"])
    }
}
