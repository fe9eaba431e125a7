package import Compute
package import Definitions
import Tables

/// The records of one figure's rows, each with the sentence of its verdict and the answers to the four questions.
package struct RowRecords {
    private let figure: FigureDefinition
    private let definition: PipelineDefinition
    private let authorities: Authorities
    private let sides: [FigureDefinition]

    package init(of figure: FigureDefinition, _ definition: PipelineDefinition) {
        self.figure = figure
        self.definition = definition
        authorities = Authorities(of: figure, standards: definition.standards)
        sides = definition.parts(of: figure)
    }

    /// - Parameter isNamed: whether the record says whose it is, in a list of several KPIs.
    package func record(of row: FigureRow, exclusions: [ExclusionRow] = [], isNamed: Bool = false) -> JSON {
        var line = JSONLine()
        if isNamed {
            line.add("kpi", figure.id)
            line.add("name", figure.name)
            line.add("unit", figure.unit.word)
        }
        addPlace(of: row, to: &line)
        addNumbers(of: row, to: &line)
        addJudgement(of: row, to: &line)
        addWords(about: row, exclusions, to: &line)
        return .line(line)
    }

    private func addPlace(of row: FigureRow, to line: inout JSONLine) {
        line.add("statistic", row.statistic)
        line.add("period_type", row.period.kind.rawValue)
        line.add("period", row.period.id)
        line.add("period_label", row.period.label)
        line.add("period_start", "\(row.period.first)")
        line.add("period_end", "\(row.period.last)")
        line.add("dimension", row.dimension)
        line.add("member", row.member)
    }

    private func addNumbers(of row: FigureRow, to line: inout JSONLine) {
        line.add("value", row.value)
        line.add("numerator", row.numerator)
        line.add("denominator", row.denominator)
        line.add("lower", row.lower)
        line.add("upper", row.upper)
        line.add("lowest", row.lowest)
        line.add("highest", row.highest)
        line.add("considered", row.considered)
        line.add("missing", row.missing)
        line.add("not_evidenced", row.notEvidenced)
        line.add("not_due", row.notDue)
        line.add("excluded", row.excluded)
    }

    private func addJudgement(of row: FigureRow, to line: inout JSONLine) {
        line.add("standard", row.standard?.name)
        line.add("standard_rule", row.standard?.rule)
        line.add("standard_value", row.standard?.value)
        line.add("standard_upper", row.standard?.upper)
        line.add("standard_status", row.standard?.status)
        line.add("verdict", row.verdict?.rawValue)
        line.add("state", row.state.rawValue)
        line.add("marker", row.marker?.rawValue)
        line.add("flags", row.flags.names.joined(separator: ";"))
        line.add("robust", row.isRobust)
        line.add("boundary_value", row.boundary?.value)
        line.add("boundary_rows", row.boundary?.rows)
        line.add("open_share", row.openShare)
        line.add("value_with_excluded", row.withExcluded?.value)
        line.add("numerator_with_excluded", row.withExcluded?.numerator)
        line.add("denominator_with_excluded", row.withExcluded?.denominator)
    }

    private func addWords(about row: FigureRow, _ exclusions: [ExclusionRow], to line: inout JSONLine) {
        let reasons = row.dimension == "all" ? exclusions.map { (reason: $0.reason, count: $0.count) } : []
        let answer = Answer(row, figure: figure, authorities: authorities, exclusions: reasons, sides: sides)
        line.add("with_and_without", excludedSentence(row, figure: figure, definition))
        line.add("sentence", verdictSentence(row, figure: figure))
        line.add("how_many", answer.howMany)
        line.add("out_of", answer.outOf)
        line.add("left_out", answer.leftOut)
        line.add("says_who", answer.saysWho)
    }
}
