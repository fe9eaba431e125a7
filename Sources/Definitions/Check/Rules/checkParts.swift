import Tables

/// A difference or a ratio cannot be taken of a figure that the force leaves out.
@Sendable func checkParts(_ checked: Checked, findings: Findings) {
    let computed = Set(checked.figures.map(\.figure.id))
    for item in checked.figures {
        let (key, code, what, ids): (String, DefinitionCode, String, [(key: String, id: String)])
        switch item.figure.measure {
        case .difference(of: let first, minus: let second):
            (key, code, what, ids) = ("difference", .difference, "a difference", [("of", first), ("minus", second)])
        case .ratioOf(top: let top, bottom: let bottom):
            (key, code, what, ids) = ("ratio_of", .ratio, "a ratio", [("top", top), ("bottom", bottom)])
        default: continue
        }
        guard let value = item.fields[key], case .mapping(let parts) = value.kind else { continue }
        for (key, id) in ids where !computed.contains(id) {
            findings.error(
                code, "\(id), which \(item.figure.id) is \(what) of, is left out",
                at: parts.first { $0.key == key }?.value.location ?? value.location,
                help: "leave \(item.figure.id) out too")
        }
    }
}
