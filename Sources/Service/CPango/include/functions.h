// Every function of cairo and pango that is used, once: result, name, parameters, arguments.
// An enumeration is the unsigned number that it is to the machine. scripts/check/pango.sh lays
// these lines beside the headers of the libraries: the compiler refuses what differs.

FUNCTION(cairo_surface_t *, cairo_pdf_surface_create_for_stream,
    (unsigned (*write)(void *, const unsigned char *, unsigned), void *closure, double width,
        double height),
    (write, closure, width, height))
FUNCTION(void, cairo_pdf_surface_restrict_to_version,
    (cairo_surface_t *surface, unsigned version), (surface, version))
FUNCTION(void, cairo_pdf_surface_set_metadata,
    (cairo_surface_t *surface, unsigned member, const char *text), (surface, member, text))
FUNCTION(int, cairo_pdf_surface_add_outline,
    (cairo_surface_t *surface, int parent, const char *text, const char *target, unsigned flags),
    (surface, parent, text, target, flags))
FUNCTION(void, cairo_surface_finish, (cairo_surface_t *surface), (surface))
FUNCTION(void, cairo_surface_destroy, (cairo_surface_t *surface), (surface))
FUNCTION(unsigned, cairo_surface_status, (cairo_surface_t *surface), (surface))
FUNCTION(const char *, cairo_status_to_string, (unsigned status), (status))
FUNCTION(cairo_t *, cairo_create, (cairo_surface_t *surface), (surface))
FUNCTION(void, cairo_destroy, (cairo_t *drawing), (drawing))
FUNCTION(unsigned, cairo_status, (cairo_t *drawing), (drawing))
FUNCTION(void, cairo_show_page, (cairo_t *drawing), (drawing))
FUNCTION(void, cairo_save, (cairo_t *drawing), (drawing))
FUNCTION(void, cairo_restore, (cairo_t *drawing), (drawing))
FUNCTION(void, cairo_move_to, (cairo_t *drawing, double x, double y), (drawing, x, y))
FUNCTION(void, cairo_line_to, (cairo_t *drawing, double x, double y), (drawing, x, y))
FUNCTION(void, cairo_close_path, (cairo_t *drawing), (drawing))
FUNCTION(void, cairo_arc,
    (cairo_t *drawing, double x, double y, double radius, double from, double to),
    (drawing, x, y, radius, from, to))
FUNCTION(void, cairo_rectangle,
    (cairo_t *drawing, double x, double y, double width, double height),
    (drawing, x, y, width, height))
FUNCTION(void, cairo_fill, (cairo_t *drawing), (drawing))
FUNCTION(void, cairo_stroke, (cairo_t *drawing), (drawing))
FUNCTION(void, cairo_clip, (cairo_t *drawing), (drawing))
FUNCTION(void, cairo_set_line_width, (cairo_t *drawing, double width), (drawing, width))
FUNCTION(void, cairo_set_source_rgb, (cairo_t *drawing, double red, double green, double blue),
    (drawing, red, green, blue))
FUNCTION(void, cairo_tag_begin, (cairo_t *drawing, const char *name, const char *attributes),
    (drawing, name, attributes))
FUNCTION(void, cairo_tag_end, (cairo_t *drawing, const char *name), (drawing, name))
FUNCTION(cairo_font_options_t *, cairo_font_options_create, (void), ())
FUNCTION(void, cairo_font_options_destroy, (cairo_font_options_t *options), (options))
FUNCTION(void, cairo_font_options_set_hint_style,
    (cairo_font_options_t *options, unsigned style), (options, style))
FUNCTION(void, cairo_font_options_set_hint_metrics,
    (cairo_font_options_t *options, unsigned metrics), (options, metrics))

FUNCTION(PangoFontMap *, pango_cairo_font_map_new, (void), ())
FUNCTION(void, pango_cairo_font_map_set_resolution, (PangoCairoFontMap *map, double dots),
    (map, dots))
FUNCTION(PangoContext *, pango_font_map_create_context, (PangoFontMap *map), (map))
FUNCTION(PangoFont *, pango_context_load_font,
    (PangoContext *context, const PangoFontDescription *font), (context, font))
FUNCTION(void, pango_cairo_context_set_font_options,
    (PangoContext *context, const cairo_font_options_t *options), (context, options))
FUNCTION(void, pango_cairo_show_layout_line, (cairo_t *drawing, PangoLayoutLine *line),
    (drawing, line))
FUNCTION(PangoLanguage *, pango_language_from_string, (const char *tag), (tag))
FUNCTION(void, pango_context_set_language, (PangoContext *context, PangoLanguage *language),
    (context, language))
FUNCTION(void, pango_context_set_base_dir, (PangoContext *context, unsigned direction),
    (context, direction))
FUNCTION(void, pango_context_set_round_glyph_positions, (PangoContext *context, int isRound),
    (context, isRound))
FUNCTION(unsigned, pango_find_base_dir, (const char *text, int length), (text, length))
FUNCTION(PangoFontDescription *, pango_font_description_new, (void), ())
FUNCTION(void, pango_font_description_free, (PangoFontDescription *font), (font))
FUNCTION(void, pango_font_description_set_family,
    (PangoFontDescription *font, const char *families), (font, families))
FUNCTION(void, pango_font_description_set_absolute_size,
    (PangoFontDescription *font, double size), (font, size))
FUNCTION(void, pango_font_description_set_weight, (PangoFontDescription *font, unsigned weight),
    (font, weight))
FUNCTION(void, pango_font_description_set_style, (PangoFontDescription *font, unsigned style),
    (font, style))
FUNCTION(PangoAttrList *, pango_attr_list_new, (void), ())
FUNCTION(void, pango_attr_list_unref, (PangoAttrList *list), (list))
FUNCTION(void, pango_attr_list_insert, (PangoAttrList *list, PangoAttribute *attribute),
    (list, attribute))
FUNCTION(PangoAttribute *, pango_attr_insert_hyphens_new, (int inserts), (inserts))
FUNCTION(PangoAttribute *, pango_attr_font_features_new, (const char *features), (features))
FUNCTION(PangoLayout *, pango_layout_new, (PangoContext *context), (context))
FUNCTION(void, pango_layout_set_text, (PangoLayout *layout, const char *text, int length),
    (layout, text, length))
FUNCTION(void, pango_layout_set_font_description,
    (PangoLayout *layout, const PangoFontDescription *font), (layout, font))
FUNCTION(void, pango_layout_set_attributes, (PangoLayout *layout, PangoAttrList *list),
    (layout, list))
FUNCTION(void, pango_layout_set_width, (PangoLayout *layout, int width), (layout, width))
FUNCTION(void, pango_layout_set_wrap, (PangoLayout *layout, unsigned wrap), (layout, wrap))
FUNCTION(void, pango_layout_set_ellipsize, (PangoLayout *layout, unsigned place), (layout, place))
FUNCTION(void, pango_layout_set_alignment, (PangoLayout *layout, unsigned alignment),
    (layout, alignment))
FUNCTION(void, pango_layout_set_auto_dir, (PangoLayout *layout, int isAutomatic),
    (layout, isAutomatic))
FUNCTION(int, pango_layout_get_unknown_glyphs_count, (PangoLayout *layout), (layout))
FUNCTION(PangoLayoutIter *, pango_layout_get_iter, (PangoLayout *layout), (layout))
FUNCTION(void, pango_layout_iter_free, (PangoLayoutIter *walk), (walk))
FUNCTION(int, pango_layout_iter_next_line, (PangoLayoutIter *walk), (walk))
FUNCTION(PangoLayoutLine *, pango_layout_iter_get_line_readonly, (PangoLayoutIter *walk), (walk))
FUNCTION(void, pango_layout_iter_get_line_extents,
    (PangoLayoutIter *walk, PangoRectangle *ink, PangoRectangle *logical), (walk, ink, logical))
FUNCTION(int, pango_layout_iter_get_baseline, (PangoLayoutIter *walk), (walk))
FUNCTION(int, pango_layout_line_get_start_index, (PangoLayoutLine *line), (line))

FUNCTION(void, g_object_unref, (void *object), (object))
