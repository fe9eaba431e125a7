import Crypto
import Tables

/// Turns the raw values of one column into pseudonyms: keyed hashes of 128 bits, equal exactly when the normalised
/// values are. The same column name gives the same pseudonyms in every source.
struct Pseudonymiser: Sendable {
    /// The keyed hash as it stands before a value: key and label are the same for all of a column.
    private let begun: HMAC<SHA256>
    private let withheld: Set<[UInt8]>
    private let known = KnownPseudonyms()

    init(key: PseudonymKey, column: String, withheld: [String]) {
        var begun = HMAC<SHA256>(key: key.key)
        begun.update(data: Array("pseudonym/1/\(column)/".utf8))
        self.begun = begun
        self.withheld = Set(withheld.map { folded($0) })
    }

    /// Nothing for a value that says the person is not known.
    func pseudonym(of cell: ArraySlice<UInt8>) -> [UInt8]? {
        known.pseudonym(of: cell, make: made(of:))
    }

    private func made(of cell: ArraySlice<UInt8>) -> [UInt8]? {
        guard let value = normalised(cell) else { return nil }
        var code = begun
        code.update(data: value)
        return hexadecimalDigits(Array(code.finalize()).prefix(16))
    }

    /// The spelling that is hashed; nothing for one that is withheld.
    private func normalised(_ cell: ArraySlice<UInt8>) -> [UInt8]? {
        // Nearly all are digits and nothing else, which are the same however they are spelled.
        if !cell.starts(with: [48, 48]), cell.allSatisfy({ $0 >= 48 && $0 <= 57 }) {
            let digits = Array(cell)
            return digits.isEmpty || withheld.contains(digits) ? nil : digits
        }
        if withheld.contains(folded(cell)) { return nil }
        let value = normalisedNumber(cell)
        return value.isEmpty || withheld.contains(folded(value[...])) ? nil : value
    }
}

/// One spelling per telephone number: no spaces or punctuation, `0` in place of `+44` and `0044`. What is no number
/// only loses its spaces.
func normalisedNumber(_ cell: ArraySlice<UInt8>) -> [UInt8] {
    let plain = folded(cell).filter { $0 != 32 }
    let digits = plain.filter { $0 >= 48 && $0 <= 57 }
    let isNumber =
        digits.count >= 7 && plain.allSatisfy { ($0 >= 48 && $0 <= 57) || [40, 41, 43, 45, 46].contains($0) }
    guard isNumber else { return withoutSpaces(cell) }
    var national = digits[...]
    if plain.first == 43 || (plain.first == 40 && plain.dropFirst().first == 43) {
        guard national.starts(with: [52, 52]) else { return [43] + digits }
        national = national.dropFirst(2)
    } else if national.starts(with: [48, 48, 52, 52]) {
        national = national.dropFirst(4)
    } else {
        return digits
    }
    // +44 (0)1632 …: the trunk zero is written although it is not dialled.
    return [48] + national.drop { $0 == 48 }
}

private func withoutSpaces(_ cell: ArraySlice<UInt8>) -> [UInt8] {
    let text = Array(cell)
    var result: [UInt8] = []
    var place = 0
    while place < text.count {
        let width = spaceWidth(text.span, place, text.count)
        if width == 0 { result.append(text[place]) }
        place += max(1, width)
    }
    return result
}

/// Pseudonyms of a column's cells; withheld ones are missing.
func decodePseudonyms(_ cells: CellColumn, with pseudonymiser: Pseudonymiser, names: inout Names) -> [Int32] {
    var codes: [Int32] = []
    codes.reserveCapacity(cells.count)
    var cache = CellCache<Int32>()
    let text = cells.text
    for row in 0..<cells.count {
        let cell = cells[row]
        guard !cell.isMissing else {
            codes.append(Missing.code)
            continue
        }
        codes.append(
            cache.result(of: text, cell.range) { cell in
                pseudonymiser.pseudonym(of: cell).map { names.code(of: $0[...]) } ?? Missing.code
            })
    }
    return codes
}
