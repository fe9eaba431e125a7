import Definitions
import Ingest
import Reporting
import Tables

extension RunAttempt {
    /// Looks whether the exports that are expected by now are there. One that need not be there yet ends the attempt
    /// without a fault; one that is late ends it with one, unless its source may be left out.
    func arrivals(_ definition: PipelineDefinition, asOf: AsOf, zone: ZoneTable) throws -> Arrivals {
        let expected = expectExports(definition, asOf: asOf, zone: zone, now: started)
        know(expected, zone: zone)
        let late = expected.filter { $0.state == .late && !$0.isOptional && $0.onGate == .stop }
        if !late.isEmpty { throw Diagnostics(late.map { lateFinding($0, .error, zone: zone) }) }
        let awaited = expected.filter { $0.state == .waiting }
        if !awaited.isEmpty { throw AwaitedExports(awaited) }
        return Arrivals(now: started, expected: expected)
    }

    /// The end of an attempt that found nothing wrong and not everything there.
    func wait(for awaited: AwaitedExports) -> RunReport {
        let clocks = (try? readZone(soFar.timeZone)) ?? nil
        let lines = awaited.all.map { one in
            let time = clocks.map { localMinute(one.expectedBy, in: $0) } ?? utcText(one.expectedBy)
            return "waiting for the export of \(one.source), expected by \(time); nothing was published"
        }
        let messages = zip(awaited.all, lines).map { one, line in
            Diagnostic(
                .note, code: "E0526", line, at: one.location,
                help: "nothing: the next run looks again for \(one.files)")
        }
        know(waiting: awaited.all.map(\.source))
        let ended = ending(0)
        let trouble = leaveStatus(.waiting, ended, messages: messages, record: attemptRecord(.waiting, messages, ended))
        return RunReport(exitCode: 0, summary: lines, failure: trouble.map { ["\($0)"] } ?? [])
    }
}

/// What is said of an export that is late.
func lateFinding(_ export: ExpectedExport, _ severity: Diagnostic.Severity, zone: ZoneTable) -> Diagnostic {
    let newest = export.newestFile.map { "the newest file is \($0)" } ?? "there is no file at all"
    return Diagnostic(
        severity, code: "E0520",
        "\(export.source): the export expected by \(localMinute(export.expectedBy, in: zone)) is not there; \(newest)",
        at: export.location,
        help: "ask the supplier of \(export.files) for it; the next run that finds it publishes")
}

/// `1 Oct 2026 06:30` as the zone's clocks show it.
func localMinute(_ instant: Int64, in zone: ZoneTable) -> String {
    let time = localText(instant, in: zone).dropFirst("2026-10-01T".count).prefix("06:30".count)
    return "\(Period.text(zone.day(instant))) \(time)"
}
