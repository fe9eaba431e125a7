// The highest bit of each of sixteen bytes, the first one lowest: one instruction where the processor has it, which Swift's own
// vectors have no name for.
typedef unsigned char lanes_of_bytes __attribute__((__vector_size__(16)));

static inline unsigned highest_bits(lanes_of_bytes lanes) {
#ifdef __SSE2__
    typedef char lanes_of_chars __attribute__((__vector_size__(16)));
    return (unsigned)__builtin_ia32_pmovmskb128((lanes_of_chars)lanes);
#else
    unsigned bits = 0;
    for (unsigned lane = 0; lane < 16; lane++) bits |= (unsigned)(lanes[lane] >> 7) << lane;
    return bits;
#endif
}
