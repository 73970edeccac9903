// One import for those who verify and issue (docs/decisions/0011-what-the-libraries-publish.md).
@_exported import Credentials
@_exported import DIDs
@_exported import Issuance
@_exported import JSONText
@_exported import KeyMaterial
@_exported import Verification
