import Tables

/// Makes the rows of one member, period by period: held as one, so that a row takes no copy of what it is made from.
final class LineMaker {
    private let maker: RowMaker
    private let tallies: LineTallies

    init(_ maker: RowMaker, _ tallies: LineTallies) {
        self.maker = maker
        self.tallies = tallies
    }

    func row(in period: Period) -> FigureRow { maker.row(tallies, in: period) }
}
