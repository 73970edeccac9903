"""PyLD with switches: each place where it and this project read JSON-LD 1.1 otherwise can be made to
read as this project does, alone. A difference is explained where some of them, and no fewer, make
PyLD give the very answer of this project for that document.

The numbers are of JSON-LD 1.1 API (the Recommendation of 16 July 2020): of section 5.1.2, of 4.1.2
where "context" stands before them, of 4.2.2 where "term", of 5.2.2 where "IRI".
"""
import importlib.abc
import importlib.machinery
import importlib.util
import re
import sys

ON = set()


def on(name):
    return name in ON


class Result(dict):
    """A map in the making, with the keywords that were read into it."""

    def __init__(self):
        super().__init__()
        self.seen = set()
        self.empty_types = False

    def sees(self, keyword):
        known = keyword in self.seen
        self.seen.add(keyword)
        return known

    def passed_over(self):
        """Keywords that were read and stand nowhere."""
        return self.seen - set(self)


SILENT = {"@base", "@container", "@context", "@import", "@json", "@none", "@prefix", "@propagate",
          "@protected", "@version", "@vocab"}
FRAMING = {"@default", "@embed", "@explicit", "@first", "@omitDefault", "@preserve", "@requireAll"}
CONTEXT_KEYWORDS = {"@base", "@direction", "@import", "@language", "@propagate", "@protected",
                    "@version", "@vocab"}


def has_scheme(value):
    return isinstance(value, str) and re.match(r"[A-Za-z][A-Za-z0-9+\-.]*:", value) is not None


def is_iri(value):
    """By RFC 3987, as far as characters go."""
    return (has_scheme(value) and value.count("#") < 2
            and not re.search(r"[\x00-\x20<>\"{}|\\^`\x7f]", value))


def refuse(error, code, condition=True):
    if condition:
        raise error(code, "jsonld.SyntaxError", code=code)


def members(value):
    return value if isinstance(value, list) else [value]


def own_contexts(error, context):
    """What this project says of a context as it is written, before it is looked into."""
    for each in members(context):
        if on("false-context"):
            refuse(error, "invalid local context", each is False)
        if on("context-in-context"):
            refuse(error, "keyword redefinition", isinstance(each, dict) and "@context" in each)


def against(resolve, value, base):
    """PyLD takes every colon for that of a scheme: so they are hidden where there is none."""
    if on("base-without-path") and re.fullmatch(r"[^:/?#]+://[^/?#]+", base or "") and value[:1] not in (
            "", "?", "#"):
        base += "/"
    if not on("colon-is-no-scheme") or has_scheme(value):
        return resolve(value, base)
    return resolve(value.replace(":", "\ue000"), base).replace("\ue000", ":")


# name, reason, and the places: a function, what stands there, what is to stand there.
REPAIRS = []


def repair(name, reason, *places):
    REPAIRS.append((name, reason, places))


# Words and IRIs.
repair(
    "framing-words", "`@default` and the like are keywords of framing alone (JSON-LD 1.1, 1.7)",
    ("_is_keyword", "return v in KEYWORDS",
     "return v in KEYWORDS and not (on('framing-words') and v in FRAMING)"))
repair(
    "prefix-word", "`@prefix` is a keyword (JSON-LD 1.1, 1.7)",
    ("_is_keyword", "    return v in KEYWORDS and",
     "    if v == '@prefix' and on('prefix-word'):\n        return True\n    return v in KEYWORDS and"))
repair(
    "malformed-iri", "What has a scheme has the form of an IRI, whatever characters follow: it is "
    "not made relative, nor its term refused; RDF leaves it out (section 3: nothing is corrected)",
    ("_is_absolute_iri", "return _is_string(v) and",
     "if on('malformed-iri'):\n        return has_scheme(v) or _is_string(v) and v[:2] == '_:'\n"
     "    return _is_string(v) and"))
repair(
    "colon-is-no-scheme", "IRI 8, RFC 3986: what holds a colon and no scheme is relative",
    ("_expand_iri", "rval = resolve(rval, resolved_base)", "rval = against(resolve, rval, resolved_base)"),
    ("_expand_iri", "rval = resolve(rval, base)", "rval = against(resolve, rval, base)"),
    ("_process_context", "base = resolve(base, active_ctx.get('@base'))",
     "base = against(resolve, base, active_ctx.get('@base'))"))
repair(
    "base-without-path", "IRI 8, RFC 3986, 5.2.3: a host without a path has the path `/`")
repair(
    "colon-is-enough", "13.3: a name that holds a colon is not dropped",
    ("_expand_object", "_is_absolute_iri(expanded_property) or _is_keyword",
     "(on('colon-is-enough') and ':' in expanded_property)\n"
     "                or _is_absolute_iri(expanded_property) or _is_keyword"))
repair(
    "typed-value", "15.5: the type of a value is one IRI, of characters that an IRI may have",
    ("_expand", "and _is_absolute_iri(type)\n",
     "and (is_iri(type) and len(types) == 1 if on('typed-value') else _is_absolute_iri(type))\n"))
repair(
    "keyword-as-identifier", "IRI 4: a name for a keyword is that keyword, also as an identifier",
    ("_expand_iri", "if vocab and value in active_ctx['mappings']:",
     "if on('keyword-as-identifier') and _is_keyword(\n"
     "            (active_ctx['mappings'].get(value) or {}).get('@id')):\n"
     "            return active_ctx['mappings'][value]['@id']\n"
     "        if vocab and value in active_ctx['mappings']:"))
repair(
    "prefix-of-null", "IRI 6.4: a prefix that stands for nothing is none",
    ("_expand_iri", "if mapping and mapping['_prefix']:",
     "if mapping and mapping['_prefix'] and not (\n"
     "                on('prefix-of-null') and mapping['@id'] is None):"))

# Contexts.
repair(
    "false-context", "context 5.3: a context that is `false` is none",
    ("_prepare_nested_context", "local_ctx = element['@context']\n",
     "local_ctx = element['@context']\n            own_contexts(JsonLdError, local_ctx)\n"),
    ("_create_term_definition", "            # record as false, if None\n",
     "            own_contexts(JsonLdError, value['@context'])\n"))
repair(
    "context-in-context", "term 5: `@context` inside a context is no term")
repair(
    "null-scope", "11.2: a type-scoped context that is `null` takes the terms away",
    ("_prepare_nested_context", "if ctx is not None and ctx is not False:",
     "if ctx is not None and (ctx is not False or on('null-scope')):"))
repair(
    "null-remembers", "context 5.1.2: also behind `null` stands the context before, where it does "
    "not propagate",
    ("_process_context", "rval = self._get_initial_context(options)\n                continue\n",
     "before = rval\n                rval = self._get_initial_context(options)\n"
     "                if on('null-remembers') and not propagate:\n"
     "                    rval = self._clone_active_context(rval)\n"
     "                    rval['previousContext'] = before\n"
     "                continue\n"))
repair(
    "propagate-of-object", "context 2: `@propagate` counts in a context that is an object, not in a "
    "list",
    ("_process_context", "propagate = ctxs[0]['@propagate']",
     "if not on('propagate-of-object'):\n                propagate = ctxs[0]['@propagate']\n"
     "            elif _is_object(local_ctx):\n"
     "                propagate = local_ctx['@propagate']"))
repair(
    "context-cache", "What a context makes of another depends on whether it propagates and may "
    "override, and not on the two alone",
    ("_process_context", "if processed:\n", "if processed and not on('context-cache'):\n"))
repair(
    "direction-inherited", "context 1: the direction of a context is kept by those inside it",
    ("_clone_active_context", "if '@vocab' in active_ctx:",
     "if on('direction-inherited') and '@direction' in active_ctx:\n"
     "            child['@direction'] = active_ctx['@direction']\n"
     "        if '@vocab' in active_ctx:"))
for word, step in [("@vocab", "5.8.2"), ("@language", "5.9.2"), ("@direction", "5.10.3")]:
    name = f"null-{word[1:]}"
    repair(
        name, f"context {step}: `{word}` may be `null` where there was none",
        ("_process_context", f"del rval['{word}']",
         f"rval.pop('{word}', None) if on('{name}') else rval.pop('{word}')"))
repair(
    "scope-in-scope", "term 21.3: a scoped context is looked at where it is defined; one inside it "
    "where it comes into force, with the same errors (PyLD looks at all of them at once)",
    ("_process_context", "        if cycles is None:\n",
     "        validates = cycles is not None\n        if cycles is None:\n"),
    ("_process_context", "                    process = True\n",
     "                    process = not (on('scope-in-scope') and validates)\n"),
    ("_process_context", "                        url = resolve(key_ctx, options['base'])\n"
     "                        if url in cycles:\n",
     "                        url = resolve(key_ctx, options['base'])\n"
     "                        if not process or url in cycles:\n"))
repair(
    "import-copies", "context 5.6.8: what is imported stays as it was for other contexts",
    ("_process_context", "                    import_ctx = resolved_import.document\n",
     "                    import_ctx = resolved_import.document\n"
     "                    if on('import-copies'):\n"
     "                        import_ctx = dict(import_ctx)\n"),
    ("_process_context", "                if isinstance(processed_import, dict):\n",
     "                if isinstance(processed_import, dict) and not on('import-copies'):\n"),
    ("_process_context", "                        resolved_import.set_processed(active_ctx, freeze(ctx))",
     "                        if not on('import-copies'):\n"
     "                            resolved_import.set_processed(active_ctx, freeze(ctx))"))
repair(
    "base-of-remote", "context 5.7: `@base` of a remote context is passed over",
    ("_process_context", "        # override propagate if first resolved",
     "        remote = set()\n"
     "        for each in ctxs:\n"
     "            if _is_string(each) and (on('base-of-remote') or on('override-of-remote')):\n"
     "                remote.update(map(id, options['contextResolver'].resolve(\n"
     "                    active_ctx, each, options.get('base', ''))))\n"
     "        # override propagate if first resolved"),
    ("_process_context", "            if '@base' in ctx:\n",
     "            if '@base' in ctx and not (\n"
     "                    on('base-of-remote') and id(resolved_context) in remote):\n"))
repair(
    "override-of-remote", "context 5.2.6: the right to override protected terms is not handed on to "
    "the context behind a URL",
    ("_process_context", "            ctx = resolved_context.document\n",
     "            ctx = resolved_context.document\n"
     "            overrides = override_protected and not (\n"
     "                on('override-of-remote') and id(resolved_context) in remote)\n"),
    ("_process_context", "if not override_protected and any(", "if not overrides and any("),
    ("_process_context", "                    override_protected=override_protected,\n",
     "                    override_protected=overrides,\n"))
repair(
    "context-document", "context 5.2.5.2: a document without `@context` is no context",
    ("_fetch_context", "        # use empty context if no @context key is present\n",
     "        if on('context-document'):\n"
     "            refuse(jsonld.JsonLdError, 'invalid remote context', '@context' not in context)\n"))
repair(
    "vocab-is-iri", "context 5.8.3: `@vocab` cannot mean a keyword or nothing",
    ("_process_context", "                defined['@vocab'] = True",
     "                if on('vocab-is-iri') and value is not None and (\n"
     "                        rval['@vocab'] is None or _is_keyword(rval['@vocab'])):\n"
     "                    refuse(JsonLdError, 'invalid vocab mapping')\n"
     "                defined['@vocab'] = True"))
repair(
    "base-of-nothing", "context 5.7.3, 5.7.4: where there is no base IRI `@base` cannot be relative, "
    "and what has no scheme is",
    ("_process_context", "                rval['@base'] = base\n",
     "                if on('base-of-nothing') and base is not None and not has_scheme(base):\n"
     "                    refuse(JsonLdError, 'invalid base IRI',\n"
     "                           '@base' in active_ctx and active_ctx['@base'] is None)\n"
     "                    base = against(\n"
     "                        resolve, base, active_ctx.get('@base', options.get('base', '')))\n"
     "                rval['@base'] = base\n"))
repair(
    "protected-is-boolean", "term 11, and JSON-LD 1.1, 9.15: `@protected` is true or false",
    ("_process_context", "            defined['@protected'] = ctx.get('@protected', False)",
     "            if on('protected-is-boolean'):\n"
     "                refuse(JsonLdError, 'invalid @protected value',\n"
     "                       not isinstance(ctx.get('@protected', False), bool))\n"
     "            defined['@protected'] = ctx.get('@protected', False)"),
    ("_create_term_definition", "        # create new mapping\n",
     "        # create new mapping\n        if on('protected-is-boolean'):\n"
     "            refuse(JsonLdError, 'invalid @protected value',\n"
     "                   not isinstance(value.get('@protected', False), bool))\n"))
repair(
    "protected-false", "context 5.13: the keywords of a context are no terms, also where "
    "`@protected` is `false`",
    ("_process_context", "for k, v in ctx.items():\n",
     "for k, v in ctx.items():\n                if on('protected-false') and (\n"
     "                        k in CONTEXT_KEYWORDS or k == '_uuid'):\n"
     "                    continue\n"))

# Terms.
repair(
    "type-with-id", "term 4: `@type` may be given `@container` and `@protected` and nothing else",
    ("_create_term_definition", "v not in ['@container', '@id', '@protected'] for v in value",
     "v not in ['@container', '@protected'] and not (\n"
     "                    v == '@id' and not on('type-with-id')) for v in value"))
repair(
    "override-of-prefix", "term 14.2.3, 15.1: a term that another one needs is defined with the same "
    "right to override",
    ("_create_term_definition", "        if term in defined:\n",
     "        if on('override-of-prefix'):\n"
     "            override_protected = defined.setdefault(None, override_protected)\n"
     "        if term in defined:\n"))
repair(
    "reverse-is-short", "term 13: a definition with `@reverse` is finished before 20 to 26: the other "
    "members are not read",
    ("_create_term_definition", "        # create new mapping\n",
     "        # create new mapping\n        if on('reverse-is-short') and '@reverse' in value:\n"
     "            value = {key: each for key, each in value.items() if key in (\n"
     "                '@reverse', '@id', '@nest', '@type', '@container', '@protected', '@index')}\n"),
    ("_process_context", "if _is_object(v) and '@context' in v:",
     "if _is_object(v) and '@context' in v and not (\n"
     "                        on('reverse-is-short') and '@reverse' in v):"))
repair(
    "scope-of-no-term", "term 14.2.2: what stands for a word in the form of a keyword is not defined: "
    "the rest of it is not read",
    ("_create_term_definition", "            if kw not in valid_keys:\n",
     "            if kw not in valid_keys and not (\n"
     "                    on('scope-of-no-term') and _is_string(value.get('@id'))\n"
     "                    and re.match(KEYWORD_PATTERN, value['@id'])\n"
     "                    and not _is_keyword(value['@id'])):\n"),
    ("_process_context", "                    key_ctx = v['@context']\n",
     "                    if on('scope-of-no-term') and defined.get(k) is not True:\n"
     "                        continue\n"
     "                    key_ctx = v['@context']\n"))
repair(
    "reverse-container", "term 13.5: the container of a reverse property is one text or `null`",
    ("_create_term_definition", "        # create new mapping\n",
     "        # create new mapping\n        if on('reverse-container') and '@reverse' in value and '@container' in value and not (\n"
     "                re.match(KEYWORD_PATTERN, str(value['@reverse']))):\n"
     "            refuse(JsonLdError, 'invalid reverse property',\n"
     "                   value['@container'] not in ('@set', '@index', None))\n"
     "            if value['@container'] is None:\n"
     "                value = {key: each for key, each in value.items() if key != '@container'}\n"))
repair(
    "form-of-term", "term 14.2.4: the term holds a colon that is neither first nor last, or a slash",
    ("_create_term_definition", "if re.match(r'.*((:[^:])|/)', term):",
     "if (':' in term[1:-1] or '/' in term) if on('form-of-term') \\\n"
     "                        else re.match(r'.*((:[^:])|/)', term):"))
repair(
    "colon-of-term", "term 15: a colon counts anywhere behind the first character",
    ("_create_term_definition", "mapping['_term_has_colon'] = colon > 0",
     "mapping['_term_has_colon'] = ':' in term[1:] if on('colon-of-term') else colon > 0"))
repair(
    "prefix-flag", "term 14.2.5: a term that holds a colon or a slash is no prefix",
    ("_create_term_definition", "and not mapping['_term_has_colon']\n",
     "and not mapping['_term_has_colon']\n"
     "                    and not (on('prefix-flag') and (':' in term or '/' in term))\n"))
repair(
    "null-prefix", "term 15.2: where the prefix stands for nothing the term stands for itself",
    ("_create_term_definition", "if active_ctx['mappings'].get(prefix) is not None:",
     "if active_ctx['mappings'].get(prefix) is not None and not (\n"
     "                        on('null-prefix') and active_ctx['mappings'][prefix]['@id'] is None):"))
repair(
    "type-mapping", "term 12: also a name for `@json` and the like is a type mapping",
    ("_create_term_definition", "            if type_ == '@json' or type_ == '@none':",
     "            if on('type-mapping'):\n"
     "                type_ = self._expand_iri(\n"
     "                    active_ctx, type_, vocab=True, local_ctx=local_ctx, defined=defined)\n"
     "            if type_ == '@json' or type_ == '@none':"))
repair(
    "container-of-text", "term 19: an empty list is no container, nor a word said twice, nor "
    "`@graph` with both `@id` and `@index`",
    ("_create_term_definition", "            is_valid = True\n",
     "            is_valid = True\n            if on('container-of-text'):\n"
     "                names = [each for each in container if _is_string(each)]\n"
     "                refuse(JsonLdError, 'invalid container mapping',\n"
     "                       not container or len(names) != len(set(names)) or (\n"
     "                           '@id' in names and '@index' in names))\n"))
repair(
    "index-is-iri", "term 20.2: `@index` must expand to an IRI",
    ("_create_term_definition", "            mapping['@index'] = value['@index']",
     "            if on('index-is-iri') and not has_scheme(self._expand_iri(\n"
     "                    active_ctx, value['@index'], vocab=True, local_ctx=local_ctx,\n"
     "                    defined=defined)):\n"
     "                refuse(JsonLdError, 'invalid term definition')\n"
     "            mapping['@index'] = value['@index']"))
repair(
    "direction-of-term", "term 23: `@direction` is `ltr`, `rtl` or `null`, and not looked at beside "
    "`@type`",
    ("_create_term_definition", "        if '@direction' in value:\n",
     "        if '@direction' in value and not (\n"
     "                on('direction-of-term') and '@type' in value):\n"),
    ("_create_term_definition", "if direction and direction != 'ltr' and direction != 'rtl':",
     "if (direction is not None if on('direction-of-term') else direction) \\\n"
     "                    and direction != 'ltr' and direction != 'rtl':"))
repair(
    "prefix-false", "term 25.3: only `@prefix` that is true does not fit a keyword",
    ("_create_term_definition", "if _is_keyword(mapping['@id']):",
     "if _is_keyword(mapping['@id']) and not (\n"
     "                    on('prefix-false') and value['@prefix'] is False):"))
repair(
    "nest-of-term", "term 24: `@nest` is text, and no keyword but `@nest`",
    ("_create_term_definition", "(nest != '@nest' and nest[0] == '@')",
     "(nest != '@nest' and (\n"
     "                    _is_keyword(nest) if on('nest-of-term') else nest[0] == '@'))"))
repair(
    "same-protected", "term 27: a definition that says the same is none that redefines, in whatever "
    "order its containers stand",
    ("_create_term_definition", "            if previous_mapping != mapping:",
     "            if on('same-protected'):\n"
     "                for each in (previous_mapping, mapping):\n"
     "                    if '@container' in each:\n"
     "                        each['@container'] = sorted(each['@container'])\n"
     "            if previous_mapping != mapping:"))
repair(
    "list-in-list", "5.2.2: an array is a list inside another where a term has `@list` for its "
    "container, and not inside the keyword",
    ("_expand", "inside_list = inside_list or '@list' in container",
     "inside_list = (not on('list-in-list') and inside_list) or '@list' in container"),
    ("_expand", "inside_list=inside_list,\n                    inside_index",
     "inside_list=inside_list and not on('list-in-list'),\n                    inside_index"))
repair(
    "scope-of-scalar", "4.2, 13.9: a property-scoped context is for what stands below, not for the "
    "names of a map, nor for whether the value is a list",
    ("_expand", "            # expand element according to value expansion rules\n",
     "            scope = JsonLdProcessor.get_context_value(\n"
     "                active_ctx, active_property, '@context')\n"
     "            if on('scope-of-scalar') and scope is not None:\n"
     "                active_ctx = self._process_context(\n"
     "                    active_ctx, scope, options, override_protected=True)\n"),
    ("_expand_object", "            if ctx is not None:\n",
     "            if ctx is not None and not (\n"
     "                    on('scope-of-scalar') and expanded_property != '@nest'):\n"))
repair(
    "what-keeps-a-scope", "7: an object with an entry for `@value`, or one entry for `@id`, keeps the "
    "context that does not propagate",
    ("_expand", "        if must_revert:\n            active_ctx =",
     "        if on('what-keeps-a-scope') and 'previousContext' in given_ctx:\n"
     "            active_ctx = given_ctx\n"
     "            keys = [self._expand_iri(given_ctx, key, vocab=True) for key in element]\n"
     "            must_revert = not (inside_index or '@value' in keys or keys == ['@id'])\n"
     "        if must_revert:\n            active_ctx ="),
    ("_expand", "        must_revert = not inside_index\n",
     "        given_ctx = active_ctx\n        must_revert = not inside_index\n"))
repair(
    "silent-keywords", "13.4 gives no value to keywords of contexts in a node: they are passed over, "
    "with all that is in them, and may not stand beside `@value`, `@set` or `@list`",
    ("_expand", "        rval = {}\n", "        rval = Result()\n"),
    ("_expand", "        count = len(rval)\n\n",
     "        count = len(rval)\n"
     "        if on('silent-keywords'):\n"
     "            count += len(rval.passed_over() & SILENT)\n\n"),
    ("_expand_object", "            # syntax error if @id is not a string\n",
     "            if on('silent-keywords') and expanded_property in SILENT:\n"
     "                refuse(JsonLdError, 'colliding keywords',\n"
     "                       expanded_parent.sees(expanded_property))\n"
     "                continue\n"))
repair(
    "language-of-node", "A language or direction of a node says nothing and is not handed on (in safe "
    "mode it is an error)",
    ("_expand", "LAST:        return rval\n",
     "        if on('language-of-node') and _is_object(rval) and '@value' not in rval:\n"
     "            rval.pop('@language', None)\n"
     "            rval.pop('@direction', None)\n"
     "        return rval\n"))
repair(
    "says-nothing", "19: an object that says nothing belongs to nothing, whatever keywords that say "
    "nothing stand in it; a list of no types is something",
    ("_expand", "            count == 0\n",
     "            (count == 0 and not (on('says-nothing') and rval.empty_types)\n"
     "             or on('says-nothing') and set(rval) <= {'@id', '@reverse'}\n"
     "             and not rval.empty_types and not rval.get('@reverse')\n"
     "             and rval.passed_over() <= SILENT | {'@reverse', '@id'})\n"))
repair(
    "colliding", "13.4.2: two names for one keyword collide, and not `@reverse` with a reverse property",
    ("_expand_object", "                    expanded_property in expanded_parent\n",
     "                    (expanded_parent.sees(expanded_property)\n"
     "                     if on('colliding') and expanded_property not in SILENT | {'@nest', '@list'}\n"
     "                     else expanded_property in expanded_parent)\n"))
repair(
    "included-belongs-to-nothing", "13.4.6.2: what is included belongs to no property, so that what "
    "says nothing falls away",
    ("_expand_object", "self._expand(active_ctx, active_property, value, options)\n",
     "self._expand(active_ctx, None if on('included-belongs-to-nothing') else active_property,\n"
     "                                 value, options)\n"),
    ("_expand_object", "if not all(_is_subject(v) for v in included_result):",
     "if not all(\n"
     "                        _is_subject(v) or on('included-belongs-to-nothing') and _is_object(v)\n"
     "                        and not {'@value', '@list', '@set'} & set(v) for v in included_result):"))
repair(
    "any-graph", "13.4.5 takes any value for `@graph`, without an error; what is no node falls away "
    "and an array is left",
    ("_expand_object", "            if expanded_property == '@graph' and not (",
     "            if on('any-graph') and expanded_property == '@graph':\n"
     "                value = self._expand(active_ctx, '@graph', value, options)\n"
     "                expanded_parent['@graph'] = [] if value is None else \\\n"
     "                    JsonLdProcessor.arrayify(value)\n"
     "                continue\n"
     "            if expanded_property == '@graph' and not ("))
repair(
    "null-type", "13.4.4.1: `@type` is text or a list of texts, and `null` is neither",
    ("_expand_object", "                if value is None:\n                    JsonLdProcessor.add_value(\n"
     "                        expanded_parent,\n                        '@type',",
     "                if on('null-type'):\n"
     "                    refuse(JsonLdError, 'invalid type value', value is None)\n"
     "                if value is None:\n                    JsonLdProcessor.add_value(\n"
     "                        expanded_parent,\n                        '@type',"))
repair(
    "type-of-nothing", "A type that means nothing is left out (in safe mode it is an error)",
    ("_expand_object", "                    for v in JsonLdProcessor.arrayify(value)\n                ]\n"
     "                JsonLdProcessor.add_value(\n                    expanded_parent,\n"
     "                    '@type',",
     "                    for v in JsonLdProcessor.arrayify(value)\n                ]\n"
     "                if on('type-of-nothing'):\n"
     "                    expanded_values = [v for v in expanded_values if v is not None]\n"
     "                expanded_parent.empty_types = not expanded_values\n"
     "                JsonLdProcessor.add_value(\n                    expanded_parent,\n"
     "                    '@type',"))
repair(
    "typed-by-list", "15.5: also an empty list of types, or two members with one each, is not one IRI",
    ("_expand", "            values = JsonLdProcessor.get_values(rval, '@value')\n",
     "            if on('typed-by-list') and rval['@value'] is not None:\n"
     "                refuse(JsonLdError, 'invalid typed value',\n"
     "                       rval.empty_types or _is_array(rval.get('@type')))\n"
     "            values = JsonLdProcessor.get_values(rval, '@value')\n"))
repair(
    "value-is-scalar", "13.4.7.2: `@value` is a scalar or `null` where its type is not JSON",
    ("_expand_object", "                unexpanded_value = value\n",
     "                unexpanded_value = value\n"
     "                if on('value-is-scalar') and not (\n"
     "                        is_json_type and self._processing_mode(active_ctx, 1.1)):\n"
     "                    refuse(JsonLdError, 'invalid value object value',\n"
     "                           isinstance(value, (list, dict)))\n"))
repair(
    "null-language", "13.4.8.1: `@language` is text, and `null` is none",
    ("_expand_object", "                if value is None:\n                    # drop null @language",
     "                if on('null-language'):\n"
     "                    refuse(JsonLdError, 'invalid language-tagged string', value is None)\n"
     "                if value is None:\n                    # drop null @language"))
repair(
    "case-of-language", "Languages stay as they are written (13.4.8.2: they may be made small)",
    ("_expand_object", "v.lower() if _is_string(v) else v",
     "v.lower() if _is_string(v) and not on('case-of-language') else v"),
    ("_process_context", "rval['@language'] = value.lower()",
     "rval['@language'] = value if on('case-of-language') else value.lower()"),
    ("_create_term_definition", "                language = language.lower()",
     "                language = language if on('case-of-language') else language.lower()"),
    ("_expand_language_map", "val['@language'] = key.lower()",
     "val['@language'] = key if on('case-of-language') else key.lower()"))
repair(
    "free-list", "13.4.11.1: a list that belongs to nothing is passed over, with all that is in it",
    ("_expand_object", "            # use potential scoped context for key\n",
     "            if on('free-list') and expanded_property == '@list' and (\n"
     "                    active_property is None or expanded_active_property == '@graph'):\n"
     "                continue\n"))
repair(
    "null-list", "13.4.11.2: a list of `null` is an empty one",
    ("_expand_object", "            # drop None values if property is not @value (dropped below)\n",
     "            if on('null-list') and expanded_property == '@list' and expanded_value is None:\n"
     "                expanded_value = []\n"
     "            # drop None values if property is not @value (dropped below)\n"))
repair(
    "null-set", "13.4.12, 17.2: a set of `null` is `null`, and no node",
    ("_expand_object", "            # drop None values if property is not @value (dropped below)\n",
     "            if on('null-set') and expanded_property == '@set' and expanded_value is None:\n"
     "                expanded_parent['@set'] = None\n"),
    ("_expand", "                count = len(rval)\n",
     "                count = len(rval or [])\n"))
repair(
    "typed-list", "17.1, and JSON-LD 1.1, 9.7: beside `@set` or `@list` stands nothing but `@index`, "
    "also no `@type` (16 and 17 exclude each other where the type is one text)",
    ("_expand", "        elif '@type' in rval:\n            if rval['@type'] is None:\n                raise",
     "        elif '@type' in rval and not (\n"
     "                on('typed-list') and ('@set' in rval or '@list' in rval)):\n"
     "            if rval['@type'] is None:\n                raise"))
repair(
    "empty-reverse", "An `@reverse` that holds nothing is not written",
    ("_expand_object", "                    JsonLdProcessor.add_value(\n                        reverse_map, property, [], {'propertyIsArray': True}\n                    )\n",
     "                    if not on('empty-reverse'):\n                        JsonLdProcessor.add_value(\n                            reverse_map, property, [], {'propertyIsArray': True})\n"),
    ("_expand", "        # get property count on expanded output\n",
     "        if on('empty-reverse') and not rval.get('@reverse', True):\n"
     "            del rval['@reverse']\n"))
repair(
    "json-first", "13.6: what a term takes for JSON is not looked into, whatever its container",
    ("_expand_object", "            if '@language' in container and _is_object(value):\n",
     "            if on('json-first') and JsonLdProcessor.get_context_value(\n"
     "                    active_ctx, key, '@type') == '@json':\n"
     "                expanded_value = {'@type': '@json', '@value': value}\n"
     "            elif '@language' in container and _is_object(value):\n"))
repair(
    "contexts-of-a-map", "13.8.3: each name of a map is read in the context around it, and its value "
    "in the context before one that does not propagate, with that of its own type",
    ("_expand_index_map", "        rval = []\n",
     "        rval, outer = [], active_ctx\n"
     "        if on('contexts-of-a-map') and index_key in ('@id', '@type'):\n"
     "            outer = options['map context']\n"),
    ("_expand_index_map", "            if is_type_index:\n                ctx",
     "            if on('contexts-of-a-map') and index_key in ('@id', '@type'):\n"
     "                active_ctx = self._revert_to_previous_context(outer)\n"
     "            if is_type_index:\n                ctx"),
    ("_expand_index_map", "            expanded_key = None\n",
     "            if on('contexts-of-a-map'):\n                active_ctx = outer\n"
     "            expanded_key = None\n"),
    ("_expand_object", "            # handle language map container (skip if value is not an object)\n",
     "            options = {**options, 'map context': active_ctx}\n"))
repair(
    "none-of-a-map", "13.8.3.7.2: a name that means `@none` writes nothing, also into a value",
    ("_expand_index_map", "if k == '@none':",
     "if k == '@none' or on('none-of-a-map') and \\\n"
     "                        self._expand_iri(active_ctx, k, vocab=True) == '@none':"),
    ("_expand_index_map", "                    _is_value(item)\n",
     "                    _is_value(item)\n"
     "                    and not (on('none-of-a-map') and expanded_key == '@none')\n"))
repair(
    "index-first", "13.8.3.7.2.3: the index of a map comes before the values that are there",
    ("_expand_index_map", "                        JsonLdProcessor.add_value(\n                            item,\n",
     "                        if on('index-first'):\n"
     "                            refuse(JsonLdError, 'invalid value object', _is_list(item))\n"
     "                            item[property_index] = [expanded_key] + item.get(\n"
     "                                property_index, [])\n"
     "                        else: JsonLdProcessor.add_value(\n                            item,\n"))
repair(
    "no-node-in-a-map", "13.8.3.7.4 and 5 write `@id` or `@type` into whatever stands in a map, also "
    "into a value or a list, which can have neither: those stay as they are, as do nodes under a "
    "name that means nothing (in safe mode they are errors)",
    ("_expand_index_map", "                if index_key == '@type':\n",
     "                if on('no-node-in-a-map') and index_key in ('@id', '@type') and (\n"
     "                        _is_value(item) or _is_list(item) or k is None):\n"
     "                    pass\n"
     "                elif index_key == '@type':\n"))
repair(
    "nest-is-transparent", "14.2.2: a nested object brings no contexts, neither by `@context` nor by "
    "its types",
    ("_expand_object", "                active_ctx, type_key, type_scoped_ctx = self._prepare_nested_context(\n"
     "                    term_ctx, nv, options\n                )\n",
     "                if on('nest-is-transparent'):\n"
     "                    active_ctx, type_key = term_ctx, None\n"
     "                else:\n"
     "                    active_ctx, type_key, type_scoped_ctx = self._prepare_nested_context(\n"
     "                        term_ctx, nv, options)\n"))


RESOLVER = ("_fetch_context",)


class Repaired(importlib.machinery.SourceFileLoader):
    """Reads a module with all places changed; what is switched off does as before."""

    def get_code(self, fullname):
        source = self.get_source(fullname)
        for name, _, places in REPAIRS:
            for function, old, new in places:
                if (function in RESOLVER) != fullname.endswith("resolver"):
                    continue
                source = changed(source, name, function, old, new)
        return compile(source, self.get_filename(fullname), "exec")

    def exec_module(self, module):
        module.__dict__.update(
            on=on, Result=Result, SILENT=SILENT, FRAMING=FRAMING, has_scheme=has_scheme,
            is_iri=is_iri, against=against, refuse=refuse, own_contexts=own_contexts,
            CONTEXT_KEYWORDS=CONTEXT_KEYWORDS)
        super().exec_module(module)


def changed(source, name, function, old, new):
    start = source.index(f"def {function}(")
    end = re.compile(r"^(    )?(def|class) |^# ", re.M).search(source, start + 4).start()
    body = source[start:end]
    if old.startswith("LAST:"):
        place = body.rindex(old[5:])
        body = body[:place] + new + body[place + len(old) - 5:]
    else:
        if body.count(old) != 1:
            sys.exit(f"{name}: {function} holds {body.count(old)} times {old!r}")
        body = body.replace(old, new)
    return source[:start] + body + source[end:]


class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, fullname, path, target=None):
        if fullname not in ("pyld.jsonld", "pyld.context_resolver"):
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path)
        spec.loader = Repaired(fullname, spec.origin)
        return spec


sys.meta_path.insert(0, Finder())
from pyld import ContextResolver, jsonld  # noqa: E402  (it must be read through the finder)
