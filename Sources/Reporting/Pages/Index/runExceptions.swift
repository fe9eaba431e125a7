import Compute
import Definitions
package import Tables

/// What stands out in the last complete month, in the fixed order: special causes, standards not met, verdicts that are
/// not robust, released figures that have moved, sources that are late or left out.
///
/// Only headline figures are looked at: every figure has its own page.
package func runExceptions(
    _ material: PageMaterial, _ headlines: [HeadlineFigure], in month: Period
) -> [RunException] {
    var found = headlines.compactMap { specialCause($0, in: month) }
    found += headlines.compactMap(standardNotMet)
    found += headlines.compactMap(notRobust)
    found += material.moved.map { moved($0, material.definition) }
    found += absentSources(material)
    return found
}

private func specialCause(_ found: HeadlineFigure, in month: Period) -> RunException? {
    guard let variation = found.variation, variation.isSpecial, variation.month == month, found.row.value != nil else {
        return nil
    }
    let trial = variation.isTrial ? ", trial limits" : ""
    let cause = (variation.signal?.words ?? "") + (variation.isUp == true ? ", higher" : ", lower") + trial
    return exception(
        .specialCause, found,
        "\(variation.word): \(partText(found.row))\(figureText(found.row, found.figure)), \(cause).")
}

private func standardNotMet(_ found: HeadlineFigure) -> RunException? {
    guard found.row.verdict == .notMet else { return nil }
    return exception(.standardNotMet, found, verdictSentence(found.row, figure: found.figure))
}

private func notRobust(_ found: HeadlineFigure) -> RunException? {
    guard found.row.verdict == .dependsOnUnknowns || found.row.isRobust == false else { return nil }
    let sentences = [verdictSentence(found.row, figure: found.figure), robustnessSentence(found.row)].compactMap { $0 }
    return exception(.notRobust, found, sentences.joined(separator: " "))
}

private func exception(_ kind: RunException.Kind, _ found: HeadlineFigure, _ sentence: String) -> RunException {
    RunException(
        kind: kind, kpi: found.figure.id, subject: "\(found.figure.id) \(found.figure.name)", sentence: sentence)
}

/// The band or value that a share is about.
private func partText(_ row: FigureRow) -> String {
    partName(row).map { "\($0), " } ?? ""
}

private func moved(_ moved: MovedRelease, _ definition: PipelineDefinition) -> RunException {
    let id = moved.release.kpi
    let name = definition.reportedFigures.first { $0.id == id }?.name
    return RunException(
        kind: .movedRelease, kpi: moved.now == nil ? nil : id,
        subject: [id, name].compactMap { $0 }.joined(separator: " "),
        sentence: moved.sentence + ".")
}

/// Sources that the run went on without, and those that its record calls late.
private func absentSources(_ material: PageMaterial) -> [RunException] {
    let left = material.leftOutSources.map { source in
        RunException(
            kind: .source, kpi: nil, subject: source.source,
            sentence: "Left out of this run: \(source.because). Figures of its table are not computed.")
    }
    var late: [RunException] = []
    for file in material.sources where ["late", "stale"].contains(file.state) {
        guard !(left + late).contains(where: { $0.subject == file.source }) else { continue }
        let expected = file.expectedBy.isEmpty ? "" : ", expected by \(file.expectedBy)"
        late.append(
            RunException(
                kind: .source, kpi: nil, subject: file.source,
                sentence: "The newest export is \(file.state)\(expected)."))
    }
    return left + late
}
