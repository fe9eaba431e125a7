/// What the codes of texts stand for. They are given out in blocks: of texts that are kept one by one, numbered in order of
/// first use, or of one page, the thousand texts that differ in their last three digits.
struct CodeBlocks: Sendable {
    /// By block the number of its first text, in blocks; below zero its page, counted from -1.
    private var kinds: [Int32] = []
    /// The first codes of the blocks of texts, and of the pages.
    private var ofTexts: [Int32] = []
    private var ofPages: [Int32] = []
    private(set) var textCount = 0

    private static let bits = 10
    private static let length: Int32 = 1 << Int32(bits)
    static let pageLength: Int32 = 1000

    /// What a code stands for.
    enum Meaning {
        case text(Int)
        case page(Int, number: Int32)
    }

    /// One more than the greatest code.
    var count: Int {
        guard let last = kinds.indices.last else { return 0 }
        let used = kinds[last] < 0 ? Int(CodeBlocks.pageLength) : (textCount - 1) % Int(CodeBlocks.length) + 1
        return last << CodeBlocks.bits + used
    }

    var pageCount: Int { ofPages.count }

    /// The code of one more text.
    mutating func addText() -> Int32 {
        if textCount % Int(CodeBlocks.length) == 0 { ofTexts.append(addBlock(Int32(ofTexts.count))) }
        textCount += 1
        return code(ofText: textCount - 1)
    }

    /// The first code of one more page.
    mutating func addPage() -> Int32 {
        ofPages.append(addBlock(-1 - Int32(ofPages.count)))
        return ofPages[ofPages.count - 1]
    }

    private mutating func addBlock(_ kind: Int32) -> Int32 {
        let first = Int32(kinds.count) * CodeBlocks.length
        kinds.append(kind)
        return first
    }

    func code(ofText text: Int) -> Int32 {
        ofTexts[text >> CodeBlocks.bits] + Int32(text) & (CodeBlocks.length - 1)
    }

    func code(ofPage page: Int) -> Int32 { ofPages[page] }

    func meaning(of code: Int32) -> Meaning {
        let kind = kinds[Int(code) >> CodeBlocks.bits]
        let number = code & (CodeBlocks.length - 1)
        return kind < 0 ? .page(Int(-1 - kind), number: number) : .text(Int(kind) << CodeBlocks.bits + Int(number))
    }

    /// Calls `body` for each block: with its texts, or with its page.
    func forEach(_ body: (_ texts: Range<Int>, _ page: Int?) -> Void) {
        for kind in kinds {
            if kind < 0 {
                body(0..<0, Int(-1 - kind))
            } else {
                let first = Int(kind) << CodeBlocks.bits
                body(first..<min(first + Int(CodeBlocks.length), textCount), nil)
            }
        }
    }
}
