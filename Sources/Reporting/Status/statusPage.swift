import Crypto
import FoundationEssentials
import Mustache
import Tables

/// `status.html`: the status for a person, readable without a stylesheet, a script or a network.
package func statusPage(_ status: StatusReport) throws -> [UInt8] {
    let template = try MustacheTemplate(string: statusTemplate)
    let latest = status.latest.map { "Run \($0.run), data to \($0.asOf)" } ?? "Nothing has been published yet."
    // What made the run fail stands under what happened; the rest is for later.
    let errors = status.messages.filter { $0.severity == .error }
    let values: [String: Any] = [
        "force": status.force,
        "marking": status.marking,
        "style": statusStyle,
        "styleHash": Data(SHA256.hash(data: Array(statusStyle.utf8))).base64EncodedString(),
        "whatHappened": status.whatHappened,
        "nextStep": status.nextStep,
        "latest": latest,
        "hasLatest": status.latest != nil,
        "lastSuccess": status.lastSuccess.map { "\($0.ended), run \($0.run), data to \($0.asOf)" } ?? "never",
        "hasMoved": !status.movedReleases.isEmpty,
        "moved": status.movedReleases,
        "asOf": status.asOf,
        "started": status.attempt.started,
        "ended": status.attempt.ended,
        "exitCode": "\(status.attempt.exitCode)",
        "hasSources": !status.sources.isEmpty,
        "sources": status.sources.map { source -> [String: String] in
            [
                "name": source.name, "state": source.state, "files": groupedText(source.files),
                "accepted": groupedText(source.accepted), "rejected": groupedText(source.rejected),
                "newest": source.newest.isEmpty ? "n/a" : source.newest,
                "expectedBy": source.expectedBy.isEmpty ? "n/a" : source.expectedBy,
            ]
        },
        "hasErrors": !errors.isEmpty,
        "errors": errors.map(item),
        "hasMessages": errors.count < status.messages.count,
        "messages": status.messages.filter { $0.severity != .error }.map(item),
    ]
    return Array(template.render(values).utf8)
}

private func item(_ message: Diagnostic) -> [String: Any] {
    [
        "severity": message.severity.rawValue, "code": message.code, "message": message.message,
        "hasPlace": message.location != nil, "place": place(message.location),
        "hasHelp": message.help != nil, "help": message.help ?? "",
    ]
}

private func place(_ location: Diagnostic.Location?) -> String {
    guard let location else { return "" }
    return [location.file, location.line.map(String.init), location.column.map(String.init)]
        .compactMap { $0 }.joined(separator: ":")
}
