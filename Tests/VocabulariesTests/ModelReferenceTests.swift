import Foundation
import JSONText
import TestSupport
import Testing

@testable import Vocabularies

/// The pages docs/model are made of the model; to make them anew, run the tests with
/// `CLR_WRITE_DOCS=1`.
@Suite struct `The reference of the model` {
    @Test(arguments: ShapeModel.DataModel.allCases)
    func `stands in the documentation`(dataModel: ShapeModel.DataModel) throws {
        let folder = Standards.packageRoot.appendingPathComponent("docs/model")
        let url = folder.appendingPathComponent("\(dataModel.rawValue).md")
        let page = ModelReference(dataModel).markdown
        if ProcessInfo.processInfo.environment["CLR_WRITE_DOCS"] == "1" {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try page.write(to: url, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: url, encoding: .utf8) == page)
    }

    @Test(arguments: ShapeModel.DataModel.allCases)
    func `names every class, property and term`(dataModel: ShapeModel.DataModel) {
        let page = ModelReference(dataModel).markdown
        let model = ShapeModel.on(dataModel)
        for shape in model.classes {
            #expect(page.contains("\n## \(shape.name)\n"))
            for property in shape.properties { #expect(page.contains("| `\(property.name)` |")) }
        }
        for list in model.vocabularies {
            for term in list.terms { #expect(page.contains("`\(term)`")) }
        }
    }
}
