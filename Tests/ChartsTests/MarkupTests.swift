import Testing

@testable import Charts

@Suite("Markup")
struct MarkupTests {
    @Test("words and attribute values are escaped, elements are not")
    func escapes() {
        let cell = Markup.element("td", ["title": "\"A\" & 'B'"], Markup("<script>1 & 2</script>\u{0}"))
        #expect(
            cell.text
                == "<td title=\"&quot;A&quot; &amp; &#39;B&#39;\">&lt;script&gt;1 &amp; 2&lt;/script&gt;\u{FFFD}</td>")
    }

    @Test("elements without content close themselves; joined keeps the order")
    func joins() {
        let line = [Markup.element("br"), Markup("a"), Markup.element("b", [:], Markup("c"))].joined
        #expect(line.text == "<br/>a<b>c</b>")
    }
}
