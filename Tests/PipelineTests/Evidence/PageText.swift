/// A page as a reader gets it: its words without tags, its links, its ids, the cells of its tables.
struct PageText {
    let html: String
    /// Words with every tag replaced by a line break and characters put back.
    let words: String
    /// Where links lead.
    private(set) var addresses: [String] = []
    private(set) var ids: [String] = []

    init(html: String) {
        self.html = html
        let bytes = Array(html.utf8)
        let style = html.firstRange(of: "</style>").map { html.utf8.distance(from: html.startIndex, to: $0.upperBound) }
        words = plain(bytes[(style ?? 0)...])
        for tag in bytes.split(separator: UInt8(ascii: "<")) {
            let inside = tag.prefix { $0 != UInt8(ascii: ">") }
            let parts = String(decoding: inside, as: UTF8.self).split(
                separator: "\"", omittingEmptySubsequences: false)
            for (name, value) in zip(parts, parts.dropFirst()) {
                if name.hasSuffix(" href=") { addresses.append(plain(Array(value.utf8)[...])) }
                if name.hasSuffix(" id=") { ids.append(plain(Array(value.utf8)[...])) }
            }
        }
    }

    /// The cells of the table whose caption has an id, row by row.
    func rows(of caption: String) -> [[String]] {
        guard let start = html.firstRange(of: "<caption id=\"\(caption)\">") else { return [] }
        let rest = html[start.upperBound...]
        guard let body = rest.firstRange(of: "<tbody>") else { return [] }
        let after = rest[body.upperBound...]
        guard let end = after.firstRange(of: "</tbody>") else { return [] }
        return after[..<end.lowerBound].split(separator: "</tr>").map { row in
            row.split(separator: "<t").compactMap { cell in
                guard cell.hasPrefix("d") || cell.hasPrefix("h"), let begin = cell.firstIndex(of: ">") else {
                    return nil
                }
                return plain(Array(cell[cell.index(after: begin)...].utf8)[...])
            }
        }
    }
}

private let entities: [(text: [UInt8], character: UInt8)] = [
    (Array("&lt;".utf8), UInt8(ascii: "<")), (Array("&gt;".utf8), UInt8(ascii: ">")),
    (Array("&quot;".utf8), UInt8(ascii: "\"")), (Array("&#39;".utf8), UInt8(ascii: "'")),
    (Array("&amp;".utf8), UInt8(ascii: "&")),
]

private func plain(_ markup: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    var isInTag = false
    var place = markup.startIndex
    while place < markup.endIndex {
        let byte = markup[place]
        place += 1
        if byte == UInt8(ascii: "<") {
            isInTag = true
            if text.last != UInt8(ascii: "\n"), !text.isEmpty { text.append(UInt8(ascii: "\n")) }
        } else if byte == UInt8(ascii: ">") {
            isInTag = false
        } else if isInTag {
            continue
        } else if byte == UInt8(ascii: "&"),
            let entity = entities.first(where: { markup[(place - 1)...].starts(with: $0.text) })
        {
            text.append(entity.character)
            place += entity.text.count - 1
        } else {
            text.append(byte)
        }
    }
    while text.last == UInt8(ascii: "\n") { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
}
