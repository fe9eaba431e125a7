package import RunStore
import Tables

/// The run that was the latest before this one: as the history has it, else the one before it among the published folders.
package func previousRun(before latest: (asOf: String, run: String), in publication: Publication, state: String)
    -> (asOf: String, run: String)?
{
    if let history = try? History.look(state: state), let runs = try? history.runs() {
        let other = runs.last { ($0.asOf, $0.run) != latest && publication.holds(asOf: $0.asOf, run: $0.run) }
        if let other { return (other.asOf, other.run) }
    }
    var others: [(asOf: String, run: String)] = []
    for day in System.names(in: publication.output) where CivilDate(day) != nil {
        for run in System.names(in: "\(publication.output)/\(day)") where (day, run) != latest {
            others.append((day, run))
        }
    }
    return others.last { $0.asOf <= latest.asOf } ?? others.last
}
