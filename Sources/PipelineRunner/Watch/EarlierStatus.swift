import FoundationEssentials
import Reporting
import RunStore

/// What earlier attempts leave for the next status: a success is not forgotten because a failure came after it.
struct EarlierStatus {
    let lastSuccess: StatusReport.Success?
    let movedReleases: [String]

    private struct Status: Decodable {
        struct Success: Decodable {
            let ended: String
            let run: String
            let as_of: String
        }

        let last_success: Success?
        let moved_releases: [String]?
    }

    private struct Record: Decodable {
        struct Attempt: Decodable {
            let ended: String
            let exit_code: Int
        }

        let run: String?
        let as_of: String?
        let outcome: String?
        let attempt: Attempt
    }

    /// From `status.json`; where that is gone, from the records of attempts.
    init(_ identity: Identity) {
        let bytes = (try? System.read("\(identity.output)/status.json")) ?? []
        let status = try? JSONDecoder().decode(Status.self, from: Data(bytes))
        movedReleases = status?.moved_releases ?? []
        guard status?.last_success == nil else {
            lastSuccess = status?.last_success.map { .init(ended: $0.ended, run: $0.run, asOf: $0.as_of) }
            return
        }
        let runs = "\(identity.state)/runs"
        lastSuccess = System.names(in: runs).reversed().lazy.compactMap { name -> StatusReport.Success? in
            guard let bytes = try? System.read("\(runs)/\(name)/run.json"),
                let record = try? JSONDecoder().decode(Record.self, from: Data(bytes)),
                [0, 3].contains(record.attempt.exit_code), record.outcome != StatusReport.Outcome.waiting.rawValue,
                let run = record.run, let asOf = record.as_of
            else { return nil }
            return StatusReport.Success(ended: record.attempt.ended, run: run, asOf: asOf)
        }.first
    }
}
