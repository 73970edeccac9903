// Compiled by pango.sh, never linked: what this project says of cairo and pango beside what their
// own headers say. Whatever differs is an error of the compiler.
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#define FUNCTION(result, name, parameters, arguments) result name parameters;
// One of these is a macro around itself.
#undef g_object_unref
#include "../../Sources/Service/CPango/include/functions.h"
#include "../../Sources/Service/CPango/include/values.h"

#define SAME(name) _Static_assert((int)CLR_##name == (int)name, #name);
SAME(CAIRO_STATUS_SUCCESS)
SAME(CAIRO_STATUS_WRITE_ERROR)
SAME(CAIRO_HINT_STYLE_NONE)
SAME(CAIRO_HINT_METRICS_OFF)
SAME(CAIRO_PDF_VERSION_1_4)
SAME(CAIRO_PDF_METADATA_TITLE)
SAME(CAIRO_PDF_METADATA_SUBJECT)
SAME(CAIRO_PDF_METADATA_CREATOR)
SAME(CAIRO_PDF_METADATA_CREATE_DATE)
SAME(CAIRO_PDF_OUTLINE_ROOT)
SAME(PANGO_SCALE)
SAME(PANGO_WRAP_WORD_CHAR)
SAME(PANGO_ELLIPSIZE_END)
SAME(PANGO_ALIGN_RIGHT)
SAME(PANGO_DIRECTION_LTR)
SAME(PANGO_DIRECTION_RTL)
SAME(PANGO_STYLE_ITALIC)
_Static_assert(sizeof(PangoRectangle) == 4 * sizeof(int), "PangoRectangle");
