import RunStore
import Tables

/// What is to become of each night's lists: those that `latest` leads to stay, and the newest of each of the newest days.
func listsToKeep(_ publication: Publication, days: Int) -> [(run: Publication.PublishedRun, keptBecause: String?)] {
    let latest = publication.latest
    var seen: [CivilDate] = []
    return publication.runs().map { run in
        let isNewest = !seen.contains(run.asOf)
        if isNewest { seen.append(run.asOf) }
        if let latest, latest.asOf == "\(run.asOf)", latest.run == run.run { return (run, "latest") }
        if isNewest, seen.count <= days { return (run, newestDays(days)) }
        return (run, nil)
    }
}
