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
            let asOf: String
        }

        let lastSuccess: Success?
        let movedReleases: [String]?
    }

    private struct Record: Decodable {
        struct Attempt: Decodable {
            let ended: String
            let exitCode: Int
        }

        let run: String?
        let asOf: String?
        let outcome: String?
        let attempt: Attempt
    }

    /// From `status.json`; where that is gone, from the records of attempts.
    init(_ identity: Identity) {
        let bytes = (try? System.read("\(identity.output)/status.json")) ?? []
        let status = try? RecordDecoder.json.decode(Status.self, from: Data(bytes))
        movedReleases = status?.movedReleases ?? []
        guard status?.lastSuccess == nil else {
            lastSuccess = status?.lastSuccess.map { .init(ended: $0.ended, run: $0.run, asOf: $0.asOf) }
            return
        }
        let runs = "\(identity.state)/runs"
        lastSuccess =
            System.names(in: runs).reversed().lazy.compactMap { name -> StatusReport.Success? in
                guard let bytes = try? System.read("\(runs)/\(name)/run.json"),
                    let record = try? RecordDecoder.json.decode(Record.self, from: Data(bytes)),
                    [0, 3].contains(record.attempt.exitCode), record.outcome != StatusReport.Outcome.waiting.rawValue,
                    let run = record.run, let asOf = record.asOf
                else { return nil }
                return StatusReport.Success(ended: record.attempt.ended, run: run, asOf: asOf)
            }.first
    }
}

/// Reads our own records, whose members are spelt with underscores.
enum RecordDecoder {
    static var json: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return decoder
    }
}
