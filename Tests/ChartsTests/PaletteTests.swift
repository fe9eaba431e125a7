import Foundation
import Testing

@testable import Charts

/// WCAG 2.2, relative luminance and contrast ratio.
@Suite("Colours of charts")
struct PaletteTests {
    private func luminance(_ hex: String) throws -> Double {
        let number = try #require(UInt32(hex.dropFirst(), radix: 16))
        let channels = [16, 8, 0].map { shift -> Double in
            let share = Double((number >> UInt32(shift)) & 0xFF) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }

    private func contrast(_ one: String, _ other: String) throws -> Double {
        let (left, right) = (try luminance(one), try luminance(other))
        return (max(left, right) + 0.05) / (min(left, right) + 0.05)
    }

    private func token(_ name: String) throws -> Palette.Token {
        try #require(Palette.tokens.first { $0.name == name })
    }

    @Test("the formula gives the published ratios: black on white 21, and those of REPORTS section 1.4")
    func formula() throws {
        #expect(abs(try contrast("#000000", "#ffffff") - 21) < 0.01)
        let published = [
            "#00b0f0": 2.48, "#005eb8": 6.38, "#b35900": 4.83, "#6b6b6b": 5.33, "#490092": 12.36, "#767676": 4.54,
            "#a80f0f": 7.66,
        ]
        for (colour, ratio) in published {
            #expect(abs(try contrast(colour, "#ffffff") - ratio) < 0.006, "\(colour)")
        }
    }

    @Test("text has 4.5 to 1 and graphics 3 to 1 against the panel, in light and in dark")
    func panel() throws {
        let panel = try token("panel")
        for token in Palette.tokens {
            let least: Double? =
                switch token.use {
                case .text: 4.5
                case .graphic: 3
                case .panel, .decoration, .shade: nil
                }
            guard let least else { continue }
            #expect(try contrast(token.light, panel.light) >= least, "\(token.name), light")
            #expect(try contrast(token.dark, panel.dark) >= least, "\(token.name), dark")
        }
    }

    @Test("numbers can be read on every shade of a table")
    func shades() throws {
        let ink = try token("ink")
        for token in Palette.tokens where token.use == .shade {
            #expect(try contrast(token.light, ink.light) >= 4.5, "\(token.name), light")
            #expect(try contrast(token.dark, ink.dark) >= 4.5, "\(token.name), dark")
        }
    }

    @Test("the meanings have the colours of REPORTS section 1.4")
    func meanings() throws {
        let expected = [
            "improving": "#005eb8", "concerning": "#b35900", "neither": "#490092", "common": "#6b6b6b",
            "limit": "#767676", "target": "#a80f0f",
        ]
        for (name, colour) in expected { #expect(try token(name).light == colour) }
    }

    @Test("the style holds nothing that markup would escape, and no rule of another origin")
    func style() {
        #expect(Markup(chartStyle).text == chartStyle)
        #expect(!chartStyle.contains("url(") && !chartStyle.contains("@import"))
    }
}
