import Definitions
import Ingest

/// Names the key that the run's pseudonyms were made with; nothing when no column is one.
func pseudonymKeyID(of definition: PipelineDefinition) throws -> String? {
    let isNeeded = definition.sources.flatMap(\.columns).contains { column in
        if case .pseudonym = column.form { true } else { false }
    }
    guard isNeeded, let path = definition.pseudonymKey else { return nil }
    return try PseudonymKey.load(path).id
}
