#ifndef CLR_CZLIB_SHIM_H
#define CLR_CZLIB_SHIM_H

#include <zlib.h>

// zlib checks its own version in macros, which Swift does not see.
static inline int clr_inflate_begin(z_streamp stream, int window_bits) {
    return inflateInit2(stream, window_bits);
}

static inline int clr_deflate_begin(z_streamp stream, int level, int window_bits) {
    return deflateInit2(stream, level, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
}

#endif
