import RunStore
import Tables

/// How much the output and the state hold, and for how many more nights there is room.
func examineSpace(_ identity: Identity) -> [DoctorFinding] {
    let publication = Publication(output: identity.output)
    let last = publication.latest.map { bytes(of: publication.folder(asOf: $0.asOf, run: $0.run)) } ?? 0
    let days = System.names(in: identity.output).filter { CivilDate($0) != nil }
    let runs = days.reduce(0) { $0 + System.names(in: "\(identity.output)/\($1)").count }
    let sizes =
        "output \(sizeText(bytes(of: identity.output))) in \(runs) run\(runs == 1 ? "" : "s"), state "
        + sizeText(bytes(of: identity.state))
    return [DoctorFinding("sizes", sizes)]
        + [("output", identity.output), ("state", identity.state)].map { name, path in
            disk(name, path, last: last)
        }
}

private func disk(_ name: String, _ path: String, last: Int) -> DoctorFinding {
    let what = "disk of the \(name)"
    guard let free = freeBytes(above: path) else { return DoctorFinding(what, "its free space cannot be told") }
    guard last > 0 else { return DoctorFinding(what, "\(sizeText(free)) free") }
    // Every night may add a run of the size of the last one.
    let nights = free / last
    let text =
        "\(sizeText(free)) free, the last run took \(sizeText(last)): room for "
        + (nights > 999 ? "more than 999 nights" : "\(nights) nights")
    guard nights < 14 else { return DoctorFinding(what, text) }
    return DoctorFinding(what, text, remedy: "pipeline prune, or make room on the disk that holds \(path)")
}

/// Of the disk of a folder that may not be there yet.
private func freeBytes(above path: String) -> Int? {
    System.freeBytes(at: path) ?? FileTree.parent(of: path).flatMap { freeBytes(above: $0) }
}

private func bytes(of folder: String) -> Int {
    FileTree.files(in: folder).reduce(0) { $0 + ((try? System.size(of: "\(folder)/\($1)")) ?? 0) }
}

/// `12.3 MB`: thousands, as disks are sold.
func sizeText(_ bytes: Int) -> String {
    for (unit, size) in [("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1000)] where bytes >= size {
        let tenths = bytes / (size / 10)
        return "\(tenths / 10).\(tenths % 10) \(unit)"
    }
    return "\(bytes) bytes"
}
