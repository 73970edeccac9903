#ifndef CLR_CMALLOC_SHIM_H
#define CLR_CMALLOC_SHIM_H

#include <malloc.h>

// The tables of a large document are made and freed again for each of them. The C library gives
// large pieces back to the system at once, which clears every page anew the next time: up to a fifth
// of the time of a canonicalization. A program that calls this at its start keeps up to 64 MiB of freed
// memory for what comes next (for each arena, of which a busy program has about one a thread).
static inline void clr_keep_freed_memory(void) {
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
#endif
}

#endif
