import RunStore
import Tables

/// Whether the history is there and can be read.
func examineHistory(_ identity: Identity) -> DoctorFinding {
    let what = "history"
    let path = "\(identity.state)/\(History.fileName)"
    do throws(Diagnostic) {
        guard try History.look(state: identity.state) != nil else {
            return DoctorFinding(what, "none yet; the next run begins one")
        }
    } catch {
        return DoctorFinding(what, error.message, remedy: error.help ?? "the next run puts it aside and begins another")
    }
    if let aside = System.names(in: identity.state).last(where: { $0.hasPrefix("\(History.fileName).corrupt-") }) {
        return DoctorFinding(
            what, "a damaged one was put aside as \(identity.state)/\(aside) and a new one begun",
            remedy: "keep that file elsewhere if you need it, then remove it")
    }
    return DoctorFinding(what, "\(path), \(sizeText((try? System.size(of: path)) ?? 0))")
}
