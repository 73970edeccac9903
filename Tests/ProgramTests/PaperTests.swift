import Foundation
import JSONText
import Testing

/// What `clr view --format pdf` does around the drawing; the drawing has its own tests.
@Suite struct `A record on paper` {
    private let folder: TemporaryFolder
    private static let time = "2026-11-23T09:41:00Z"

    init() throws {
        folder = try TemporaryFolder()
        try Data(BadInput.Course().badge(0).serialized()).write(
            to: URL(fileURLWithPath: folder.path("c.json")))
    }

    private func shell(_ script: String) throws -> RunningProgram {
        try RunningProgram.shell("pdf() { clr view --format pdf \"$@\"; }\n" + script, in: folder)
    }

    #if PDF
    @Test func `is a PDF with the file attached, the same for the same time`() throws {
        let run = try shell(
            """
            pdf c.json --now \(Self.time) -o a.pdf && pdf c.json --now \(Self.time) >b.pdf
            cmp a.pdf b.pdf && echo same
            head -c 5 a.pdf; echo; tail -n 1 a.pdf
            """)
        #expect(run.text == "same\n%PDF-\n%%EOF\n")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path("a.pdf")))
        // "c.json" in UTF-16, as a name in the file.
        #expect(bytes.range(of: Data("/F <FEFF0063002E006A0073006F006E>".utf8)) != nil)
    }

    @Test func `answers in JSON what was made, with the verdict`() throws {
        let run = try shell("pdf c.json -o a.pdf --json")
        #expect(run.status == 0)
        let size = try FileManager.default.attributesOfItem(atPath: folder.path("a.pdf"))[.size]
        #expect(try run.json()["octets"]?.numberText == (size as? Int).map(String.init))
        #expect(try run.json()["format"]?.string == "pdf")
        #expect(try run.json()["verdict"]?["verdict"]?.string == "failed")
    }

    @Test func `is made of a file that cannot be read, too`() throws {
        #expect(try shell("echo none >x; pdf x -o a.pdf && head -c 5 a.pdf").text == "%PDF-")
    }

    @Test func `says what to install where the machine has no font, and ends with 2`() throws {
        let run = try shell(
            """
            echo '<fontconfig></fontconfig>' >none.conf
            FONTCONFIG_FILE=$PWD/none.conf pdf c.json -o a.pdf; echo $?; ls
            """)
        #expect(run.text == "2\nc.json\nnone.conf\n")
        #expect(run.messages.contains("apt-get install fonts-noto-core"))
    }

    @Test func `leaves the old file where the disk is full`() throws {
        let run = try shell(
            "echo old >a.pdf; (ulimit -f 8; trap '' XFSZ; pdf c.json -o a.pdf); echo $?; cat a.pdf")
        #expect(run.text == "70\nold\n")
    }

    /// Loading what draws takes a third of the time that the program takes to start.
    @Test func `costs nothing where none is asked for`() throws {
        let run = try shell("LD_TRACE_LOADED_OBJECTS=1 clr")
        #expect(run.text.contains("libswiftCore"))
        for library in ["pango", "cairo", "fontconfig", "glib"] {
            #expect(!run.text.contains(library))
        }
    }
    #else
    @Test func `is not made by a program that was built without it`() throws {
        let run = try shell("pdf c.json -o a.pdf; echo $?; ls")
        #expect(run.text == "64\nc.json\n")
        #expect(run.messages.contains("built without PDF"))
    }
    #endif
}
