/// A chart the size of a word: the newest months, the special ones marked, the level they are held against.
package struct SparkChart: Sendable, Hashable {
    package let id: String
    package let title: String
    package let points: [ControlChart.Point?]
    package let target: Double?

    package init(id: String, title: String, points: [ControlChart.Point?], target: Double? = nil) {
        self.id = id
        self.title = title
        self.points = points
        self.target = target
    }

    package var drawing: Drawing {
        let (width, height) = (144.0, 36.0)
        let values = points.compactMap { $0?.amount.value } + [target].compactMap { $0 }
        let least = values.min() ?? 0
        let most = values.max() ?? 1
        let room = most > least ? 0 : max(abs(most) * 0.1, 1)
        let scale = Scale(least - room...most + room, from: height - 6, to: 6)
        let step = (width - 12) / Double(max(1, points.count))
        func place(_ number: Int) -> (x: Double, y: Double)? {
            points[number].map { (6 + (Double(number) + 0.5) * step, scale.position($0.amount.value)) }
        }
        var body = Markup()
        if let target {
            body.append(Shapes.line(6, scale.position(target), width - 6, scale.position(target), "target-line"))
        }
        let finished = points.indices.map { points[$0]?.meaning == .unfinished ? nil : place($0) }
        body.append(Shapes.polylines(finished, "data"))
        let newest = points.lastIndex { $0 != nil }
        for (number, point) in points.enumerated() {
            guard let point, let (x, y) = place(number) else { continue }
            let isSpecial = [.improving, .concerning, .neither].contains(point.meaning)
            // A point between two gaps has no line to be seen by.
            let isAlone =
                (number == 0 || points[number - 1] == nil) && (number + 1 == points.count || points[number + 1] == nil)
            guard isSpecial || isAlone || number == newest || point.meaning == .unfinished else { continue }
            body.append(point.meaning.shape(x, y, size: number == newest ? 3.5 : 2.75))
        }
        return Drawing(
            id: id, title: title, description: description, width: width, height: height, style: "chart spark",
            body: body)
    }

    private var description: String {
        let present = points.compactMap { $0 }
        guard let first = present.first, let last = present.last else { return "No month has a value." }
        let special = present.count { [.improving, .concerning, .neither].contains($0.meaning) }
        return "\(present.count) months with a value, from \(first.amount.text) to \(last.amount.text); "
            + "special causes: \(special)."
    }
}
