/// One export file while it is being made: its records, and the truth about them.
struct FileDraft {
    let layout: Layout
    let date: String
    var rows: [Row]
    var truth: FileTruth
    /// Contacts already touched by a planted fault.
    var used: Set<Int> = []

    init(_ layout: Layout, date: String, isPacked: Bool = true, calls: [Call]) {
        self.layout = layout
        self.date = date
        let name = "calls/" + layout.fileName(date) + (isPacked ? ".gz" : "")
        truth = FileTruth(source: layout.source, file: name)
        rows = []
        for (place, call) in calls.enumerated() {
            for leg in call.legs.indices { rows.append(FileDraft.row(call, leg, place, layout)) }
        }
        sort()
    }

    static func row(_ call: Call, _ leg: Int, _ place: Int, _ layout: Layout) -> Row {
        Row(cells: layout.render(call.legs[leg], call), time: call.legs[leg].offered, call: place, leg: leg)
    }

    /// By time; records of one second stay as they are.
    mutating func sort() {
        rows = rows.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
    }
}
