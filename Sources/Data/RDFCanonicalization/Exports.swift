// The product's name for the room RDF (docs/decisions/0011-what-the-libraries-publish.md).
@_exported import RDF
