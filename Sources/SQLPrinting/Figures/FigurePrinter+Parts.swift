import Definitions
import Expressions
import Tables

/// Figures in parts, all over the same rows: one share for each band of a number, or for each value that occurs.
extension FigurePrinter {
    static let parts = "each part"

    var hasParts: Bool {
        switch figure.measure {
        case .bands, .mix: true
        default: false
        }
    }

    /// The parts by the name of their statistic: the bands as written, or what some counted row has.
    var partsQuery: String? {
        switch figure.measure {
        case .bands(of: let value, let edges, let isLeftClosed):
            let ends: [Int64?] = [nil] + edges + [nil]
            func text(_ edge: Int64?) -> String { edge.map(String.init) ?? "cast(null as \(dialect.bigInteger))" }
            let rows = (0...edges.count).map { band in
                let label = "share:" + bandLabel(from: ends[band], to: ends[band + 1], value.type, isLeftClosed)
                return "(\(literal(label)), \(text(ends[band])), \(text(ends[band + 1])))"
            }
            return "  select * from (values \(rows.joined(separator: ", "))) b(\"statistic\", \"low\", \"high\")"
        case .mix(let value):
            let text =
                value.type == .flag ? "case when m.\"value\" then 'yes' else 'no' end" : "m.\"value\""
            let members = quoted(named("each member"))
            let known = "m.\"dimension\" = 'all' and m.\"is_counted\" and m.\"outcome\" = 'hit'"
            return """
                  select distinct 'share:' || \(text) as "statistic", m."value" from \(members) m where \(known)
                  union all
                  \(comment("the figure's own line where no row has a value"))
                  select 'share', null where not exists (select 1 from \(members) m where \(known))
                """
        default: return nil
        }
    }

    /// Rows to count: each once for every part, with its place in it or out of it.
    func rowsByPart() -> String {
        let isInside: String
        switch figure.measure {
        case .bands(_, _, let isLeftClosed):
            let (above, below) = isLeftClosed ? (">=", "<") : (">", "<=")
            isInside =
                "(b.\"low\" is null or r.\"value\" \(above) b.\"low\") and (b.\"high\" is null or r.\"value\" \(below) b.\"high\")"
        case .mix: isInside = "r.\"value\" = b.\"value\""
        default: return "\(quoted(named("each member"))) m"
        }
        return """
            (
                select r.*, b."statistic",
                  case when r."outcome" = 'unknown' then 'unknown' when \(isInside) then 'hit' else 'miss' end as "place"
                from \(quoted(named("each member"))) r
                cross join \(quoted(named(Self.parts))) b
              ) m
            """
    }
}
