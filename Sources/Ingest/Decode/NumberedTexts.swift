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
        var (last, lastNumber) = (StemWords.none, Int32(0))
        var (before, numberBefore) = (StemWords.none, Int32(0))
        ofRow = [Int32](capacity: cells.count) { ofRow in
            for row in 0..<cells.count {
                // Most texts have the stem of the one before, or that before it where they go to and fro between two.
                if let (words, digits) = StemWords.of(text, cells.place(of: row)) {
                    if words == before {
                        (last, before) = (before, last)
                        (lastNumber, numberBefore) = (numberBefore, lastNumber)
                    }
                    if words == last {
                        ofRow.append(lastNumber | digits)
                        continue
                    }
                }
                let cell = cells[row]
                guard let digits = lastDigits(text, cell),
                    let stem = ShortText(text, Int(cell.start), Int(cell.end) - 3),
                    !isSpoiled(text, Int(cell.start), Int(cell.end))
                else {
                    ofRow.append(-1)
                    others += 1
                    if others > row / 2 + 64 { return }
                    continue
                }
                let known = stems.count
                (before, numberBefore) = (last, lastNumber)
                lastNumber = stems.number(of: stem, at: cell) << 10
                // A null token would be told from the texts with its stem only by a closer look.
                let mayBeNull = cells.mayBeNull(first: text[Int(cell.start)])
                last = mayBeNull ? .none : StemWords.of(text, cell)?.words ?? .none
                ofRow.append(lastNumber | digits)
                if stems.count > known, stems.count * NumberedTexts.rowsOfStem > row + NumberedTexts.trial { return }
            }
        }
        guard ofRow.count == cells.count, stems.count > 0,
            stems.count * NumberedTexts.rowsOfStem <= cells.count - others
        else { return nil }
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

/// A stem of eight to thirteen bytes as the words that its text begins and ends with, without the digits. Whether a
/// spreadsheet has spoiled a text that ends with three digits is a matter of its stem.
private struct StemWords: Equatable {
    private let head: UInt64
    private let tail: UInt64
    private let length: UInt32

    /// No stem has these.
    static let none = StemWords(head: 0, tail: 0, length: 0)

    /// Those of a text, and what its last three digits say; nothing for a text of another length, or without them.
    @inline(__always)
    static func of(_ text: Span<UInt8>, _ cell: RecordBatch.Cell) -> (words: StemWords, digits: Int32)? {
        let length = cell.end &- cell.start
        guard length >= 11, length <= 16 else { return nil }
        let (head, tail) = (word(text, Int(cell.start)), word(text, Int(cell.end) - 8))
        let digits = tail &>> 40 ^ 0x303030
        guard (digits &+ 0x767676 | digits) & 0x808080 == 0 else { return nil }
        let number = (digits & 255) &* 100 &+ (digits &>> 8 & 255) &* 10 &+ digits &>> 16
        return (
            StemWords(head: head, tail: tail & 0xff_ffff_ffff, length: length), Int32(truncatingIfNeeded: number)
        )
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
