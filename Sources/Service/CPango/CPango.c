#include "CPango.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>
#include <string.h>

// Where each function was found.
#define FUNCTION(result, name, parameters, arguments) static result(*at_##name) parameters;
#include "functions.h"
#undef FUNCTION

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const char *missing;

static void *found(void *library, const char *name) {
    void *function = dlsym(library, name);
    if (function == NULL && missing == NULL) missing = name;
    return function;
}

static void load(void) {
    // The others are libraries that this one needs, and come with it.
#ifdef __APPLE__
    void *library = dlopen("libpangocairo-1.0.0.dylib", RTLD_NOW | RTLD_LOCAL);
#else
    void *library = dlopen("libpangocairo-1.0.so.0", RTLD_NOW | RTLD_LOCAL);
#endif
    if (library == NULL) {
        const char *words = dlerror();
        // The next error of anybody takes the place of these words.
        missing = words == NULL ? NULL : strdup(words);
        if (missing == NULL) missing = "libpangocairo-1.0";
        return;
    }
#define FUNCTION(result, name, parameters, arguments) \
    at_##name = (result(*) parameters)found(library, #name);
#include "functions.h"
#undef FUNCTION
}

const char *clr_pango_open(void) {
    pthread_once(&once, load);
    return missing;
}

#define FUNCTION(result, name, parameters, arguments) \
    result clr_##name parameters { return at_##name arguments; }
#include "functions.h"
#undef FUNCTION
