package import Compute
package import Definitions
import Tables

/// `A01 for Sep 2025, given to … on 9 Oct 2025 (ref 12/25), was 91.2% (1,120 of 1,228) and is 91% (1,143 of 1,256) now`.
package func movedSentence(_ release: Release, now: FigureRow?, in definition: PipelineDefinition) -> String {
    let start = "\(releaseTitle(release)) was \(releasedText(release, in: definition))"
    guard let now, let figure = definition.figures.first(where: { $0.id == release.kpi }) else {
        return start + " and is no longer among the figures"
    }
    var sentence = start + " and is \(figureText(now, figure)) now"
    if let before = release.denominator, let after = now.denominator, before != after {
        let change = after - before
        sentence += "; the denominator has \(groupedText(abs(change))) \(change > 0 ? "more" : "fewer")"
    }
    return sentence
}

/// What was released, to whom and when: `A01 for Sep 2025, given to HMICFRS on 9 Oct 2025 (ref 12/25),`.
package func releaseTitle(_ release: Release) -> String {
    let member = release.dimension == "all" ? "" : " \(release.dimension)=\(release.member)"
    let reference = release.reference.isEmpty ? "" : " (ref \(release.reference))"
    return "\(release.kpi)\(member) for \(release.period.label), given to \(release.to) on "
        + "\(Period.text(release.releasedOn))\(reference),"
}

/// The released value as a sentence says it.
package func releasedText(_ release: Release, in definition: PipelineDefinition) -> String {
    var row = FigureRow(
        kpi: release.kpi, statistic: release.statistic, period: release.period, dimension: release.dimension,
        member: release.member)
    row.value = release.value
    row.numerator = release.numerator
    row.denominator = release.denominator
    guard let figure = definition.figures.first(where: { $0.id == release.kpi }) else {
        return "\(decimalText(release.value)) \(release.unit)"
    }
    return figureText(row, figure)
}
