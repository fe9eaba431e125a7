import ArgumentParser
import Compute
import Definitions
import PipelineRunner
import Reporting
import RunStore
import Tables

/// `pipeline releases`: what the force has given to others, and how far each has moved since.
struct ReleasesVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "releases",
        abstract: "List the figures that were given to others, and how far the latest figures are from each.")

    @OptionGroup var common: CommonOptions

    func run() throws {
        let definition = try loadPipeline(folder: try common.folder(), overrides: common.overrides)
        guard !definition.releases.isEmpty else {
            try Terminal.say([
                "\(definition.force) has released nothing: pipeline release KPI --period P --to WHO --ref REF"
            ])
            return
        }
        let publication = Publication(output: definition.folders.output)
        let latest = publication.latest.map { publication.folder(asOf: $0.asOf, run: $0.run) }
        var lines: [String] = []
        for release in definition.releases {
            let title = releaseTitle(release)
            guard let latest else {
                lines.append("\(title) was \(releasedText(release, in: definition)); nothing is published to compare")
                continue
            }
            let figure = definition.figures.first { $0.id == release.kpi }
            let now = try figure.flatMap {
                try publishedFigure(
                    $0, statistic: release.statistic, period: release.period, dimension: release.dimension,
                    member: release.member, inRun: latest)
            }
            if let now, !hasMoved(release, now: now) {
                lines.append("\(title) was \(releasedText(release, in: definition)) and still is")
            } else {
                lines.append(movedSentence(release, now: now, in: definition))
            }
            lines.append("  said by run \(release.asOf)/\(release.run)")
        }
        try Terminal.say(lines)
    }
}
