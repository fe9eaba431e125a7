import RunStore
import Tables

/// Whether the history is there and whole as far as can be told without opening it.
func examineHistory(_ identity: Identity) -> DoctorFinding {
    let what = "history"
    let names = System.names(in: identity.state)
    if let moved = names.last(where: { $0.hasPrefix("history.sqlite.corrupt-") }) {
        return DoctorFinding(
            what, "a damaged one was moved aside as \(identity.state)/\(moved) and a new one begun",
            remedy: "keep that file elsewhere if you need it, then remove it")
    }
    guard names.contains("history.sqlite") else { return DoctorFinding(what, "none yet; the next run begins one") }
    let path = "\(identity.state)/history.sqlite"
    guard let size = try? System.size(of: path) else {
        return DoctorFinding(what, "\(path) cannot be read by this account", remedy: "chown or chmod it")
    }
    return DoctorFinding(what, "\(path), \(sizeText(size))")
}
