import Definitions
import Expressions
import Tables

extension Engine {
    /// The id that started each row's chain: parents are followed while they are in the data. A chain that loops or is
    /// longer than its hops keeps its own id.
    func resolveChain(_ chain: TableDefinition.Chain, of table: EngineTable) async throws -> Column {
        let ids = try await evaluate(.column(chain.id), over: table.parent ?? table.name)
        let parents = try await evaluate(.column(chain.parent), over: table.parent ?? table.name)
        let rows = table.parentRows
        let idCodes = codes(rows.map { ids.gathered($0) } ?? ids)
        let parentCodes = codes(rows.map { parents.gathered($0) } ?? parents)
        // The parent id that each id names, from its first row that has one.
        var parentOf = [Int32](repeating: Missing.code, count: names.count)
        var isPresent = [Bool](repeating: false, count: names.count)
        for row in idCodes.indices where idCodes[row] >= 0 {
            let id = Int(idCodes[row])
            isPresent[id] = true
            if parentOf[id] < 0, parentCodes[row] >= 0 { parentOf[id] = parentCodes[row] }
        }
        return .codes(
            idCodes.map { own in
                if own < 0 { return own }
                var current = own
                for _ in 0...chain.hops {
                    let parent = parentOf[Int(current)]
                    if parent < 0 || !isPresent[Int(parent)] { return current }
                    current = parent
                }
                return own
            })
    }

    private func codes(_ column: Column) -> [Int32] {
        if case .codes(let values) = column.unpacked { return values }
        return []
    }
}
