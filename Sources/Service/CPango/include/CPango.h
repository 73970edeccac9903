#ifndef CLR_CPANGO_H
#define CLR_CPANGO_H

// The system's cairo and pango, loaded when the first document is drawn: most runs of the program
// draw none, and would take a third longer to start (docs/decisions/0015-pdf-at-need.md).
// Each function has its name with `clr_` before it. None may be called before `clr_pango_open` has
// returned NULL.

typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;
typedef struct _cairo_font_options cairo_font_options_t;
typedef struct _PangoAttrList PangoAttrList;
typedef struct _PangoAttribute PangoAttribute;
typedef struct _PangoCairoFontMap PangoCairoFontMap;
typedef struct _PangoContext PangoContext;
typedef struct _PangoFont PangoFont;
typedef struct _PangoFontDescription PangoFontDescription;
typedef struct _PangoFontMap PangoFontMap;
typedef struct _PangoLanguage PangoLanguage;
typedef struct _PangoLayout PangoLayout;
typedef struct _PangoLayoutIter PangoLayoutIter;
typedef struct _PangoLayoutLine PangoLayoutLine;

typedef struct {
    int x, y, width, height;
} PangoRectangle;

#include "values.h"

/// Loads the libraries, once. NULL, or what is missing, in the words of the system.
const char *clr_pango_open(void);

#define FUNCTION(result, name, parameters, arguments) result clr_##name parameters;
#include "functions.h"
#undef FUNCTION

#endif
