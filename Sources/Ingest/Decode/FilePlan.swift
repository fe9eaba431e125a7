/// A file ready to be decoded: what its chunks' tasks share.
struct FilePlan: Sendable {
    let source: SourcePlan
    let map: FileMap
    let limits: TimeLimits
}
