/// One name in a folder, with what its own inode says: links are not followed.
struct FolderEntry {
    enum Kind {
        case file, folder, link, other
    }

    let name: String
    /// Whether the name is text at all; bytes that are not UTF-8 could not be opened again by this name.
    let isReadableName: Bool
    let kind: Kind
    let bytes: Int
    /// When it was last written, UTC milliseconds.
    let modified: Int64
}
