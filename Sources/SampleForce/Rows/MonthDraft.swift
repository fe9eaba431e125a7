/// A month's contacts with the two files that first export them.
struct MonthDraft {
    let month: Month
    var calls: [Call]
    var digital: [Call]
    var voiceFile: FileDraft
    var digitalFile: FileDraft

    init(_ plan: MonthPlan) {
        month = plan.month
        calls = plan.calls
        digital = plan.digital
        voiceFile = FileDraft(.forCalls(of: plan.month), date: plan.month.exportDate, calls: plan.calls)
        digitalFile = FileDraft(
            .digital, date: plan.month.exportDate, isPacked: plan.month.id < "2026-07", calls: plan.digital)
    }

    mutating func plantFaults(_ seed: SplitMix64) {
        var random = seed.stream("faults \(month.id)")
        for fault in Fault.all where fault.month == month { fault.plant(in: &voiceFile, &calls, &random) }
        if month == Month(2024, 11) { plantRepeatedRows(in: &voiceFile, &calls, &random) }
        if month == Month(2026, 3) { Fault.plantOutcomes(in: &voiceFile, &calls) }
        voiceFile.truth.planted += ClockChange.planted(in: month)
    }
}
