import Glibc

/// A group of users, looked up once for many files.
package struct GroupID: Sendable {
    let number: gid_t

    /// Nothing where the machine has no such group.
    package init?(named name: String) {
        guard let entry = unsafe getgrnam(name) else { return nil }
        number = unsafe entry.pointee.gr_gid
    }
}
