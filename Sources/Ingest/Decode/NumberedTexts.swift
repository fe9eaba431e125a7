import Tables

/// A column of texts that end with a number counted upwards, such as I202600012345: by row, which stem the text has, all but
/// its last three digits, and what these digits say.
///
/// Few stems are shared by many rows, so that no text has to be hashed; `Names` keeps a page of codes for each.
struct NumberedTexts {
    /// The number of the stem and the last digits in ten bits; negative for a text of any other form.
    private var ofRow: [Int32] = []
    private var stems = StemTable()

    /// A stem's page costs as much as a few hundred texts.
    private static let rowsOfStem = 250
    /// Rows that may be looked at before it is seen that there are too many stems.
    private static let trial = 16_384

    /// Nothing when too few texts share a stem.
    init?(_ cells: CellColumn) {
        let text = cells.text.span
        var others = 0
        ofRow.reserveCapacity(cells.count)
        for row in 0..<cells.count {
            let cell = cells[row]
            guard let number = lastDigits(text, cell),
                let stem = ShortText(text, Int(cell.start), Int(cell.end) - 3),
                !isSpoiled(text, Int(cell.start), Int(cell.end))
            else {
                ofRow.append(-1)
                others += 1
                if others > row / 2 + 64 { return nil }
                continue
            }
            let known = stems.count
            ofRow.append(stems.number(of: stem, at: cell) << 10 | number)
            if stems.count > known, stems.count * NumberedTexts.rowsOfStem > row + NumberedTexts.trial { return nil }
        }
        guard stems.count > 0, stems.count * NumberedTexts.rowsOfStem <= cells.count - others else { return nil }
    }

    /// The first code of each stem's page; negative where its texts have been numbered one by one.
    func pages(of cells: CellColumn, in names: inout Names) -> [Int32] {
        let text = cells.text.span
        return stems.cells.map { cell in
            names.page(of: text.extracting(Int(cell.start)..<Int(cell.end) - 3)) ?? Missing.code
        }
    }

    /// The code of a row's text, if it is in a page.
    @inline(__always)
    func code(at row: Int, _ pages: [Int32]) -> Int32? {
        let number = ofRow[row]
        guard number >= 0 else { return nil }
        let page = pages[Int(number >> 10)]
        return page < 0 ? nil : page + number & 1023
    }
}

/// What the last three digits of a text say; nothing when there are none, or the cell is missing.
@inline(__always)
private func lastDigits(_ text: Span<UInt8>, _ cell: RecordBatch.Cell) -> Int32? {
    guard !cell.isMissing, cell.end - cell.start > 3 else { return nil }
    let end = Int(cell.end)
    let (hundreds, tens, ones) = (text[end - 3] &- 48, text[end - 2] &- 48, text[end - 1] &- 48)
    guard hundreds < 10, tens < 10, ones < 10 else { return nil }
    return Int32(hundreds) * 100 + Int32(tens) * 10 + Int32(ones)
}
