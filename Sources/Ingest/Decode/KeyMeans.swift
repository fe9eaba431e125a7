/// What the keys of a source are told apart by: as little as will do.
enum KeyMeans: Sendable {
    /// Keys that ascend from row to row need nothing else.
    case order
    /// A number for each key; no two numbers that are equal mean no two keys that are.
    case numbers
    /// All texts are kept, because keys decide among rows.
    case texts
}

/// Rows have been met that only other means could tell apart or bring together: the source is to be read again.
struct KeysNeeded: Error {
    let means: KeyMeans
}
