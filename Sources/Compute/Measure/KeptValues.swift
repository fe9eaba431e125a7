/// The rows of a batch whose values count in a tally, all certainly or all doubtfully.
struct KeptValues {
    let rows: [Int32]
    let isDoubtful: Bool
    /// Of all rows of the batch.
    let values: [Int64]

    /// What a word is to a tally that keeps values.
    enum Mark: UInt8 {
        case none, certain, doubtful

        init(_ place: UInt8) {
            switch place {
            case RowClass.certain + RowClass.hit: self = .certain
            case RowClass.exclusionUnknown + RowClass.hit: self = .doubtful
            default: self = .none
            }
        }
    }
}
