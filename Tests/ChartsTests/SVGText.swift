@testable import Charts

/// What a browser would lay out of a drawing, read back from its markup.
struct SVGText {
    let words: String
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    /// The texts of a chart with the boxes that they take in Arial.
    static func all(in drawing: Drawing) -> [SVGText] {
        let pattern =
            /<text class="([^"]*)" x="([^"]*)" y="([^"]*)" text-anchor="([^"]*)">([^<]*)<\/text>/
        return drawing.body.text.matches(of: pattern).map { match in
            let (x, y) = (Double(match.2) ?? .nan, Double(match.3) ?? .nan)
            let isBold = ["newest", "mark-name"].contains(String(match.1))
            let words = String(match.5)
            let width = textWidth(words, size: 12, isBold: isBold)
            let left =
                switch match.4 {
                case "end": x - width
                case "middle": x - width / 2
                default: x
                }
            return SVGText(words: words, left: left, right: left + width, top: y - 9, bottom: y + 2.5)
        }
    }

    func overlaps(_ other: SVGText) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    /// Pairs that overlap, and texts that leave the view box.
    static func faults(in drawing: Drawing) -> [String] {
        let texts = all(in: drawing)
        var found: [String] = []
        for (place, text) in texts.enumerated() {
            if text.left < 0 || text.right > drawing.width || text.top < 0 || text.bottom > drawing.height {
                found.append("outside: \(text.words)")
            }
            for other in texts.dropFirst(place + 1) where text.overlaps(other) {
                found.append("\(text.words) over \(other.words)")
            }
        }
        return found
    }

    /// Every number in the attributes of the drawing's shapes.
    static func numbers(in drawing: Drawing) -> [String] {
        drawing.body.text.matches(of: #/\s(?:x|y|cx|cy|r|width|height|d)="([^"]*)"/#).flatMap { match in
            match.1.split(whereSeparator: { !"-.0123456789naif".contains($0) }).map(String.init)
        }
    }
}
