package import Tables

extension Period {
    /// Days as one span, in months where they are whole ones: `2024-10..2025-03`; nothing where they end before they begin.
    package static func span(from first: CivilDate, to last: CivilDate) -> Period? {
        guard first <= last else { return nil }
        let (begin, end) = (Period(.month, containing: first), Period(.month, containing: last))
        guard begin.first == first, end.last == last else { return Period(parsing: "\(first)..\(last)") }
        let label = begin == end ? begin.label : "\(begin.label) to \(end.label)"
        return Period(spanFrom: first, to: last, id: "\(begin.id)..\(end.id)", label: label)
    }
}
