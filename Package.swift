// swift-tools-version: 6.2
import PackageDescription

// One line for each room. A room uses rooms on the floors below it, and rooms that stand before
// it on its own floor (docs/rooms.md); `make check` refuses anything else.

let warnings: [SwiftSetting] = [.treatAllWarnings(as: .error)]
// What strangers' octets go through says where it leaves memory safety (docs/memory-safety.md).
let strict: [SwiftSetting] = [.strictMemorySafety()]

func room(_ floor: String, _ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "Sources/\(floor)/\(name)",
        swiftSettings: ["Data", "Proof", "Record"].contains(floor) ? warnings + strict : warnings)
}

func tests(
    _ name: String, _ dependencies: [Target.Dependency], lists: [String] = []
) -> Target {
    .testTarget(
        name: name, dependencies: dependencies + ["TestSupport"], exclude: lists,
        swiftSettings: warnings)
}

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(
    name: "HummingbirdTesting", package: "hummingbird")
let log = Target.Dependency.product(name: "Logging", package: "swift-log")
let nio = ["NIOCore", "NIOHTTP1", "NIOPosix"].map {
    Target.Dependency.product(name: $0, package: "swift-nio")
}
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let data: [Target.Dependency] = ["JSONText", "Multiformat", "RDF", "JSONLD", "Vocabularies"]
let proof: [Target.Dependency] = ["KeyMaterial", "DIDs", "JOSE", "DataIntegrity"]
let record: [Target.Dependency] = [
    "Baking", "Credentials", "Trust", "Verification", "Issuance",
]

let package = Package(
    name: "learner-record",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "clr", targets: ["clr"]),
        // docs/decisions/0011-what-the-libraries-publish.md
        .library(name: "JSONLD", targets: ["JSONLD", "JSONText", "RDF"]),
        .library(name: "RDFCanonicalization", targets: ["RDFCanonicalization", "RDF"]),
        .library(
            name: "DataIntegrity",
            targets: ["DataIntegrity", "JSONLD", "JSONText", "KeyMaterial", "RDF", "Vocabularies"]),
        .library(
            name: "LearnerRecord",
            targets: [
                "LearnerRecord", "JSONSchema", "JSONText", "KeyMaterial", "DIDs", "Credentials",
                "Verification", "Issuance",
            ]),
    ],
    traits: [
        // docs/decisions/0015-pdf-at-need.md; without it: --disable-default-traits
        .trait(name: "PDF", description: "clr view --format pdf, drawn by the system's pango."),
        .default(enabledTraits: ["PDF"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Data: what the bytes say.
        .systemLibrary(
            name: "CZlib", path: "Sources/Data/CZlib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"])]),
        room("Data", "JSONText"),
        room("Data", "YAMLText", ["JSONText", yams]),
        room("Data", "JSONSchema", ["JSONText"]),
        room("Data", "Multiformat"),
        room("Data", "RDF", [crypto]),
        room("Data", "RDFCanonicalization", ["RDF"]),
        room("Data", "JSONLD", ["JSONText", "RDF"]),
        room("Data", "Vocabularies", ["JSONText", "JSONLD"]),

        // Proof: who says so.
        room("Proof", "KeyMaterial", ["JSONText", "Multiformat", crypto, cryptoExtras]),
        room("Proof", "DIDs", ["JSONText", "Multiformat", "KeyMaterial"]),
        room("Proof", "JOSE", ["JSONText", "Multiformat", "KeyMaterial", "DIDs", crypto]),
        room("Proof", "DataIntegrity", data + ["KeyMaterial", "DIDs", crypto]),

        // Record: what it means.
        room("Record", "Baking", ["JSONText", "CZlib"]),
        room(
            "Record", "Credentials", ["JSONText", "Multiformat", "Vocabularies", "JOSE", "Baking"]),
        room(
            "Record", "Trust",
            ["JSONText", "YAMLText", "KeyMaterial", "DIDs", "JOSE", "Credentials"]),
        room(
            "Record", "Verification",
            data + proof + ["JSONSchema", "Baking", "Credentials", "Trust", crypto]),
        room(
            "Record", "Issuance",
            data + proof + ["CZlib", "Baking", "Credentials", "Verification", crypto]),
        room("Record", "Conversion", ["JSONText", "Multiformat", "Credentials", "Verification"]),
        room("Record", "LearnerRecord", ["JSONText", "KeyMaterial", "DIDs"] + record),

        // Service: where it lives, who may see it.
        room("Service", "Fetching", ["JSONText", "DIDs", crypto, nioSSL] + nio),
        room("Service", "Storage", ["JSONText", crypto]),
        room("Service", "SQLiteStorage", ["JSONText", "Storage", grdb]),
        room(
            "Service", "Demonstration",
            ["JSONText", "KeyMaterial", "DIDs", "Storage", crypto] + record),
        room("Service", "RecordPages", ["JSONText", "Multiformat", crypto] + record),
        .target(name: "CPango", path: "Sources/Service/CPango"),
        room(
            "Service", "RecordDocuments",
            ["JSONText", "CZlib", "CPango", "RecordPages", crypto] + record),
        room(
            "Service", "RecordAPI",
            ["JSONText", "DIDs", "Storage", "RecordPages", hummingbird, log] + record),

        // Tool: the program.
        .systemLibrary(name: "CMalloc", path: "Sources/Tool/CMalloc"),
        .executableTarget(
            name: "clr",
            dependencies: data + proof + record + [
                "JSONSchema", "YAMLText", "Conversion", "Fetching", "Storage", "SQLiteStorage",
                "Demonstration", "RecordPages", "RecordAPI", "CMalloc",
                .target(name: "RecordDocuments", condition: .when(traits: ["PDF"])),
                arguments, hummingbird, log,
            ],
            path: "Sources/Tool/clr", swiftSettings: warnings),
        .executableTarget(
            name: "clr-benchmarks", dependencies: data + proof + ["Verification", "CMalloc"],
            path: "Benchmarks/clr-benchmarks", swiftSettings: warnings),
        .executableTarget(
            name: "clr-fuzz",
            dependencies: data + proof + record + [
                "JSONSchema", "YAMLText", "CZlib", "Conversion",
            ],
            path: "Fuzzing/clr-fuzz", swiftSettings: warnings),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: warnings),
        .target(
            name: "StorageContract", dependencies: ["JSONText", "Storage"],
            path: "Tests/StorageContract",
            swiftSettings: warnings),
        tests("JSONTextTests", ["JSONText"]),
        tests("YAMLTextTests", ["JSONText", "YAMLText"]),
        tests("JSONSchemaTests", ["JSONText", "JSONSchema"]),
        tests("MultiformatTests", ["Multiformat"]),
        tests("RDFTests", ["JSONText", "RDF", crypto]),
        tests("JSONLDTests", ["JSONText", "RDF", "JSONLD"]),
        tests("VocabulariesTests", ["JSONText", "Vocabularies", "JSONLD"]),
        tests("KeyMaterialTests", ["JSONText", "Multiformat", "KeyMaterial"]),
        tests("DIDsTests", ["JSONText", "Multiformat", "KeyMaterial", "DIDs"]),
        tests(
            "JOSETests",
            ["JSONText", "Multiformat", "KeyMaterial", "DIDs", "JOSE", crypto, cryptoExtras]),
        tests("DataIntegrityTests", data + proof),
        tests("BakingTests", ["JSONText", "Baking", "CZlib"]),
        tests("CredentialsTests", ["JSONText", "Credentials"]),
        tests("TrustTests", ["JSONText", "KeyMaterial", "DIDs", "JOSE", "Credentials", "Trust"]),
        tests(
            "VerificationTests",
            data + proof + record + ["JSONSchema", "LearnerRecord", "Demonstration", crypto],
            lists: [
                "real-input-differences.txt", "real-input-refuted.txt",
                "codes-without-a-record.txt",
            ]),
        tests("IssuanceTests", data + proof + record),
        tests(
            "ConversionTests",
            [
                "JSONText", "JSONSchema", "Multiformat", "KeyMaterial", "Conversion", "Credentials",
                "Verification", "Issuance",
            ]),
        tests("FetchingTests", ["JSONText", "DIDs", "Fetching", nioSSL] + nio),
        tests(
            "SQLiteStorageTests",
            ["JSONText", "Storage", "SQLiteStorage", "StorageContract", grdb]),
        tests("DemonstrationTests", ["JSONText", "Demonstration"]),
        tests("RecordPagesTests", ["JSONText", "RecordPages", crypto] + record),
        tests(
            "RecordDocumentsTests",
            ["JSONText", "RecordPages", "RecordDocuments", crypto] + record),
        tests(
            "RecordAPITests",
            record + [
                "JSONText", "KeyMaterial", "DIDs", "Storage", "SQLiteStorage", "Demonstration",
                "RecordPages", "RecordAPI", hummingbird, hummingbirdTesting, log,
            ]),
        tests("ProgramTests", ["JSONText", "KeyMaterial", "JOSE", "clr"]),
    ]
)
