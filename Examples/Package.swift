// swift-tools-version: 6.2
import PackageDescription

// Small programs that use the libraries as anybody can: through their products, from another
// package. `make examples` builds and runs them; each ends with an error where something is not as
// it should be. The articles of the documentation show pieces of them.

func example(_ name: String, _ product: String) -> Target {
    .executableTarget(
        name: name, dependencies: [.product(name: product, package: "learner-record")],
        swiftSettings: [.treatAllWarnings(as: .error)])
}

let package = Package(
    name: "learner-record-examples",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "learner-record", path: "..")],
    targets: [
        example("VerifyCredential", "LearnerRecord"),
        example("IssueCredential", "LearnerRecord"),
        example("OwnSigner", "DataIntegrity"),
        example("OwnContexts", "JSONLD"),
        example("CanonicalizeDataset", "RDFCanonicalization"),
    ]
)
