// What this module's own interface speaks in, and the contexts that credentials are written with.
@_exported import JSONLD
@_exported import KeyMaterial
@_exported import Vocabularies
