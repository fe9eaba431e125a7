import Definitions
import Ingest
import Tables

/// Whether the exports of last night are there now, for the sources that say when they expect them.
func examineFreshness(_ definition: PipelineDefinition, now: Int64) -> [DoctorFinding] {
    guard let zone = try? readZone(definition.timeZone) else {
        return [
            DoctorFinding("freshness", "there is no time zone \(definition.timeZone)", remedy: "install tzdata")
        ]
    }
    let asOf = AsOf(endOf: zone.day(now).adding(days: -1), in: zone)
    let expected = expectExports(definition, asOf: asOf, zone: zone, now: now)
    guard !expected.isEmpty else {
        return [DoctorFinding("freshness", "no source says by when it expects its export")]
    }
    return expected.map { export in
        let what = "freshness of \(export.source)"
        let time = localMinute(export.expectedBy, in: zone)
        let newest = export.newestFile.map { "the newest file is \($0)" } ?? "there is no file"
        switch export.state {
        case .there: return DoctorFinding(what, "the export expected by \(time) is there: \(newest)")
        case .waiting: return DoctorFinding(what, "expected by \(time); \(newest)")
        case .late:
            return DoctorFinding(
                what, "late: expected by \(time); \(newest)", remedy: "ask the supplier of \(export.files) for it")
        }
    }
}
