// What this module's own interface speaks in: whoever imports it needs no second import.
@_exported import JSONText
@_exported import RDF
