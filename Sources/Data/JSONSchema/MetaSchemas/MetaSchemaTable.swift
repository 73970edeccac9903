/// What each keyword may be, in a line notation: the keyword and the form of its value.
///
/// The forms are those of ``MetaSchemas``. A line without indentation names a vocabulary.
enum MetaSchemaTable {
    static let draft2020_12 = """
        core
          $id                   uri-reference
          $schema               uri
          $ref                  uri-reference
          $anchor               name
          $dynamicRef           uri-reference
          $dynamicAnchor        name
          $vocabulary           flags
          $comment              string
          $defs                 schema-map
        applicator
          prefixItems           schemas
          items                 schema
          contains              schema
          additionalProperties  schema
          properties            schema-map
          patternProperties     schema-map
          dependentSchemas      schema-map
          propertyNames         schema
          if                    schema
          then                  schema
          else                  schema
          allOf                 schemas
          anyOf                 schemas
          oneOf                 schemas
          not                   schema
        unevaluated
          unevaluatedItems      schema
          unevaluatedProperties schema
        validation
        \(assertions)
          minContains           count
          maxContains           count
          dependentRequired     names-map
        meta-data
        \(annotations)
          deprecated            boolean
        format-annotation
          format                string
        content
          contentEncoding       string
          contentMediaType      string
          contentSchema         schema
        schema
          definitions           schema-map
          dependencies          dependencies
          $recursiveAnchor      name
          $recursiveRef         uri-reference
        """

    static let draft2019_09 = """
        core
          $id                   uri-reference
          $schema               uri
          $anchor               name
          $ref                  uri-reference
          $recursiveRef         uri-reference
          $recursiveAnchor      boolean
          $vocabulary           flags
          $comment              string
          $defs                 schema-map
        applicator
          additionalItems       schema
          unevaluatedItems      schema
          items                 schema-or-schemas
          contains              schema
          additionalProperties  schema
          unevaluatedProperties schema
          properties            schema-map
          patternProperties     schema-map
          dependentSchemas      schema-map
          propertyNames         schema
          if                    schema
          then                  schema
          else                  schema
          allOf                 schemas
          anyOf                 schemas
          oneOf                 schemas
          not                   schema
        validation
        \(assertions)
          minContains           count
          maxContains           count
          dependentRequired     names-map
        meta-data
        \(annotations)
          deprecated            boolean
        format
          format                string
        content
          contentEncoding       string
          contentMediaType      string
          contentSchema         schema
        schema
          definitions           schema-map
          dependencies          dependencies
        """

    static let draft7 = """
        schema
          $id                   uri-reference
          $schema               uri
          $ref                  uri-reference
          $comment              string
        \(assertions)
        \(annotations)
          additionalItems       schema
          items                 schema-or-schemas
          contains              schema
          additionalProperties  schema
          definitions           schema-map
          properties            schema-map
          patternProperties     schema-map
          dependencies          dependencies
          propertyNames         schema
          format                string
          contentEncoding       string
          contentMediaType      string
          if                    schema
          then                  schema
          else                  schema
          allOf                 schemas
          anyOf                 schemas
          oneOf                 schemas
          not                   schema
        """

    static let draft4 = """
        schema
          id                    string
          $schema               string
          title                 string
          description           string
          default               any
          multipleOf            positive
          maximum               number
          exclusiveMaximum      boolean
          minimum               number
          exclusiveMinimum      boolean
          maxLength             count
          minLength             count
          pattern               regex
          additionalItems       boolean-or-schema
          items                 schema-or-schemas
          maxItems              count
          minItems              count
          uniqueItems           boolean
          maxProperties         count
          minProperties         count
          required              some-names
          additionalProperties  boolean-or-schema
          definitions           schema-map
          properties            schema-map
          patternProperties     schema-map
          dependencies          some-dependencies
          enum                  some-values
          type                  type
          format                string
          allOf                 schemas
          anyOf                 schemas
          oneOf                 schemas
          not                   schema
        """

    private static let assertions = """
          type                  type
          const                 any
          enum                  values
          multipleOf            positive
          maximum               number
          exclusiveMaximum      number
          minimum               number
          exclusiveMinimum      number
          maxLength             count
          minLength             count
          pattern               regex
          maxItems              count
          minItems              count
          uniqueItems           boolean
          maxProperties         count
          minProperties         count
          required              names
        """

    private static let annotations = """
          title                 string
          description           string
          default               any
          readOnly              boolean
          writeOnly             boolean
          examples              values
        """
}
