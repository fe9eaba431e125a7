/// One file of a run before it touches a disk: where it goes inside the run, and its bytes.
package struct RenderedFile: Sendable, Hashable {
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
