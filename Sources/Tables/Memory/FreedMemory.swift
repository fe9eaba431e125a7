import CMalloc

/// What the allocator does with memory that is freed.
package enum FreedMemory {
    /// Keeps it for what comes next, until it is given back: chunks come and go by the hundred, and pages that the system
    /// takes back and clears for them again cost more than reading them.
    package static func keep() {
        _ = mallopt(M_MMAP_THRESHOLD, 64 << 20)
        _ = mallopt(M_TRIM_THRESHOLD, 256 << 20)
    }

    /// Gives it to the system, after something large is done with.
    package static func giveBack() { _ = malloc_trim(0) }

    /// Gives it to the system, and from now on what is large as soon as it is freed: pages and sheets of some megabytes come
    /// once each, and leave holes that nothing fills.
    package static func giveBackLarge() {
        _ = mallopt(M_MMAP_THRESHOLD, 512 << 10)
        _ = mallopt(M_TRIM_THRESHOLD, 8 << 20)
        giveBack()
    }
}
