import Tables

/// Reads the limits on rejected records.
struct GateReader {
    let fields: Fields
    let findings: Findings

    private static let warn = SourceDefinition.Limit(count: 1, share: 0.01)
    private static let stop = SourceDefinition.Limit(count: 20, share: 0.1)

    func read() -> (perFile: SourceDefinition.Gate, lastSevenDays: SourceDefinition.Gate) {
        let gates = fields["gates"].flatMap { Fields($0, "`gates`", keys: Keys.gates, findings: findings) }
        return (gate("file", gates), gate("last_7_days", gates))
    }

    private func gate(_ key: String, _ gates: Fields?) -> SourceDefinition.Gate {
        let limits = gates?[key].flatMap { Fields($0, "`\(key)`", keys: Keys.gate, findings: findings) }
        let warn = limit("warn", limits, GateReader.warn)
        let stop = limit("stop", limits, GateReader.stop)
        if stop.count < warn.count && stop.share < warn.share {
            findings.error(.gate, "the gate stops before it warns", at: limits?.location)
        }
        return .init(warn: warn, stop: stop)
    }

    private func limit(
        _ key: String, _ limits: Fields?, _ otherwise: SourceDefinition.Limit
    ) -> SourceDefinition.Limit {
        guard let value = limits?[key], let limit = Fields(value, "`\(key)`", keys: Keys.limit, findings: findings)
        else { return otherwise }
        return .init(
            count: limit.integer("count", in: 0...Int(Int32.max)) ?? otherwise.count,
            share: limit.share("share") ?? otherwise.share)
    }
}
