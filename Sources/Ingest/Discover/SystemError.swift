import Glibc

/// Why the system refuses a folder or a file.
struct SystemError: Error {
    let number: Int32

    var isAbsence: Bool { number == ENOENT || number == ENOTDIR }

    /// The reason as a sentence fragment, fixed here because the system's own words vary with its language.
    var words: String {
        switch number {
        case ENOENT: "it does not exist"
        case EACCES, EPERM: "permission denied"
        case ENOTDIR: "it is not a folder"
        case ELOOP: "it is a link that leads nowhere"
        case EIO: "the disk reports an input/output error"
        case EMFILE, ENFILE: "too many files are open"
        default: "the system reports error \(number)"
        }
    }
}
