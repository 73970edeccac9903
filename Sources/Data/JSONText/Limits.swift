/// Every bound on what a stranger can make large (docs/limits.md has the same table in words).
///
/// Each is a plain number here, so that whoever asks "how much is too much" finds one place.
public enum Limits {
    /// Octets of one JSON text.
    public static let jsonBytes = 32 << 20
    /// Containers inside containers of one JSON text.
    public static let jsonDepth = 512
    /// Octets of a body that is sent to the server.
    public static let uploadBytes = 16 << 20
    /// Contexts that one document may bring into force, remote and inline together.
    public static let contexts = 20_000
    /// Contexts in one list of contexts: an honest one has a handful.
    public static let contextEntries = 32
    /// Terms that processing the contexts of one document may write down, whatever the document.
    /// Counted anew for each context that is not known yet: one takes over all terms around it.
    public static let contextTerms = 40_000
    /// For each so many octets of the document it may be one term more.
    public static let octetsForEachContextTerm = 64
    /// Octets of all IRIs that these terms stand for: prefixes can make them long.
    public static let contextOctets = 64 << 20
    /// Octets of all texts that one document expands to, each counted once.
    public static let expandedBytes = 128 << 20
    /// Objects inside objects of one JSON-LD document: each takes some of the thread's stack.
    public static let nodeDepth = 256
    /// Terms that are explained by terms: each takes some of the thread's stack.
    public static let termDepth = 128
    /// Remote contexts inside remote contexts.
    public static let remoteContextDepth = 16
    /// Processed contexts that the process keeps; past it the cache starts anew.
    public static let cachedContexts = 1_024
    /// Octets of the contexts that a verifier has looked up and keeps; past it they go.
    public static let shelvedContextBytes = 32 << 20
    /// Quads of one dataset.
    public static let quads = 2_000_000
    /// Octets of a PNG or SVG into which a credential is baked.
    public static let pictureBytes = 32 << 20
    /// Octets of a credential that is compressed in a picture, after inflation.
    public static let bakedTextBytes = 32 << 20
    /// Elements inside elements of one SVG.
    public static let svgDepth = 256
    /// Attributes of one element of an SVG.
    public static let svgAttributes = 256
    /// Namespace declarations in force at one place of an SVG.
    public static let svgNamespaces = 128
    /// Credentials and endorsements inside one record, all levels together.
    public static let embeddedCredentials = 20_000
    /// Terms that all credentials of one record may have written down together, beside one for each
    /// ``octetsForEachContextTerm`` of each.
    public static let sharedContextTerms = 200_000
    /// Octets of the IRIs that these terms stand for.
    public static let sharedContextOctets = 128 << 20
    /// Octets of the texts to which all of them expand, beside ``freeExpandedOctets`` for each octet.
    public static let sharedExpandedBytes = 256 << 20
    /// Octets that a credential may expand to for each of its own, with no less than 64 KiB, before
    /// they count for the whole record; the same for its canonical form.
    public static let freeExpandedOctets = 16
    /// Steps that canonicalizing all of them may take, beside those for each blank node.
    public static let sharedSteps = 500_000
    /// Octets of all their canonical forms, beside ``freeExpandedOctets`` for each octet.
    public static let sharedCanonicalBytes = 512 << 20
    /// Octets of the documents that badges and records of older generations name, counted each time
    /// that a part has one gone through.
    public static let sharedLinkedBytes = 64 << 20
    /// Credentials inside credentials.
    public static let embeddingDepth = 16
    /// Faults of one kind that are told of one credential: the first ones say what is wrong.
    public static let toldFaults = 20
    /// Problems that the model tells of one document; the others are counted.
    public static let modelProblems = 1_000
    /// Identifiers of one kind that are compared of each of two subjects, where one is hashed.
    public static let comparedIdentities = 8
    /// Octets of an identifier or salt that is compared with those of another subject.
    public static let comparedIdentityOctets = 1_024
    /// Proofs of one credential.
    public static let proofs = 32
    /// Places that a selective disclosure names.
    public static let disclosurePointers = 10_000
    /// Documents that one verification may look up elsewhere.
    public static let lookups = 256
    /// Octets of a status list after inflation (2^26 entries of one bit).
    public static let inflatedStatusListBytes = 8 << 20
    /// The shortest status list in bits (Bitstring Status List 1.0, herd privacy).
    public static let shortestStatusListBits = 131_072
    /// The shortest RSA modulus that is trusted, in bits (RFC 7518 section 3.3).
    public static let shortestRSAModulusBits = 2_048
    /// The longest RSA modulus that is computed with.
    public static let longestRSAModulusBits = 8_192
    /// Problems of one draft that are told; how many more there are is told too.
    public static let draftProblems = 200
    /// Octets of one picture that a draft puts into a credential.
    public static let embeddedPictureBytes = 1 << 20
    /// Octets of all pictures that a draft puts into a credential.
    public static let draftPictures = 8 << 20
}
