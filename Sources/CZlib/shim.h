// The system's zlib. `inflateInit2` is a macro that Swift cannot import, so it is called here.
#include <zlib.h>

static inline int pipeline_inflate_init_gzip(z_stream *stream) {
    return inflateInit2(stream, 15 + 16);
}
