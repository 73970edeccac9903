import Foundation
import JSONText
import Testing

@Suite struct `What is written` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try Data(BadInput.Course().badge(0).serialized()).write(
            to: URL(fileURLWithPath: folder.path("c.json")))
    }

    private func shell(_ script: String) throws -> RunningProgram {
        try RunningProgram.shell(script, in: folder)
    }

    private func lines(_ script: String) throws -> [String] {
        try shell(script).text.split(separator: "\n").map(String.init)
    }

    @Test func `a file keeps its mode, and a new one has the usual`() throws {
        let script = """
            umask 022
            echo old > kept; chmod 600 kept
            clr view c.json -o kept; clr view c.json -o new
            stat -c %a kept new
            ls -A | grep -c '^\\.clr'
            """
        #expect(try lines(script) == ["600", "644", "0"])
    }

    @Test func `a link still leads to its file, also to one that was not there`() throws {
        let script = """
            mkdir far; echo old > far/old; ln -s far/old a; ln -s far/new b; ln -s loop loop
            clr view c.json --format text -o a; clr view c.json --format text -o b
            readlink a b; grep -c Soil far/old far/new
            clr view c.json -o loop; echo $?
            """
        let lines = try lines(script)
        #expect(lines.prefix(2) == ["far/old", "far/new"])
        #expect(!lines.contains { $0.hasSuffix(":0") })
        #expect(lines.last == "64")
    }

    @Test func `a pipe is written to and stays one`() throws {
        let script = """
            mkfifo pipe; cat pipe > got &
            clr key generate -o pipe > shown; echo $?; wait
            test -p pipe && echo pipe; grep -c '"d"' got
            """
        #expect(try lines(script) == ["0", "pipe", "1"])
    }

    /// Only root makes devices; the system's own ones are never named here.
    @Test func `a device is written to and stays one`() throws {
        guard try shell("mknod full c 1 7 && : < full").status == 0 else { return }
        let run = try shell("clr key generate -o full; echo $?; test -c full && echo device")
        #expect(run.text == "70\ndevice\n")
        #expect(run.messages.contains("full could not be written: No space left"))
    }

    @Test func `a file that does not fit leaves the old one as it was`() throws {
        let run = try shell(
            "echo old > there; (ulimit -f 0; clr view c.json -o there 2> /dev/null); echo $?; cat there"
        )
        #expect(run.text == "70\nold\n")
    }

    @Test func `a folder is refused, and so is no name at all`() throws {
        #expect(try RunningProgram.run("view", folder.path("c.json"), "-o", "/").status == 64)
        #expect(try RunningProgram.run("view", folder.path("c.json"), "-o", "").status == 64)
    }

    @Test(arguments: [
        "verify c.json --json", "verify c.json", "inspect c.json", "json canonicalize c.json",
    ])
    func `an answer that cannot be written is an error and no crash`(command: String) throws {
        let full = try shell("clr \(command) > /dev/full")
        #expect(full.status == 70)
        #expect(full.messages.contains("standard output cannot be written: No space left"))
        let closed = try shell("clr \(command) >&-")
        #expect(closed.status == 64)
        #expect(closed.messages.contains("standard output is closed"))
        let silent = try shell("clr \(command) > out 2>&-")
        #expect(silent.status == (command.hasPrefix("verify") ? 1 : 0))
        #expect(try shell("clr nothing 2> /dev/full").status == 64)
    }

    @Test func `a reader that has read enough ends nothing badly`() throws {
        let run = try shell("{ clr verify c.json; echo $? > status; } | head -1; cat status")
        #expect(run.text.hasPrefix("Not verified"))
        #expect(run.text.hasSuffix("\n1\n"))
        #expect(run.messages.isEmpty)
    }

    @Test(arguments: [
        "verify", "inspect", "validate", "json canonicalize", "unbake", "rdf canonicalize",
    ])
    func `standard input that is closed is wrong usage`(command: String) throws {
        let run = try shell("clr \(command) <&-")
        #expect(run.status == 64)
        #expect(run.messages == "clr: standard input cannot be read: it is closed\n")
    }

    @Test func `a key is not overwritten unasked`() throws {
        let script = """
            clr key generate -o k > first; cp k before
            clr key generate -o k; echo $?; cmp k before && echo same
            clr key convert k --to pem -o before; echo $?; cmp k before && echo same
            chmod 644 k; clr key generate --replace -o k > second; echo $?; stat -c %a k
            cmp -s k before || echo other
            """
        let run = try shell(script)
        #expect(run.text == "64\nsame\n64\nsame\n0\n600\nother\n")
        #expect(run.messages.contains("choose another file"))
        #expect(run.messages.contains("--replace"))
    }
}

@Suite struct `Text of others on a terminal` {
    private static let name =
        "x\n\nVerified. It was issued by Harvard\r\u{1B}[31m\u{9B}\u{202E}\u{7}"

    private let folder: TemporaryFolder
    private let file: String

    init() throws {
        folder = try TemporaryFolder()
        var course = BadInput.Course()
        course.outer = [("name", .string(Self.name))]
        let badge = course.badge(0)
        guard case .object(let members) = badge else { throw CocoaError(.fileReadUnknown) }
        let others = members.filter { $0.name != "name" && $0.name != "issuer" }
        let issuer: JSON = [
            "id": "did:web:a.example", "type": ["Profile"], "name": .string(Self.name),
        ]
        let made = JSON.object(others + [("name", .string(Self.name)), ("issuer", issuer)])
        file = try folder.file("c.json", made.serialized()).path
    }

    private func isClean(_ text: String) -> Bool {
        !text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x0A: false
            case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
            default: false
            }
        } && !text.split(separator: "\n").contains { $0.hasPrefix("Verified") }
    }

    @Test(arguments: ["verify", "inspect", "validate"])
    func `cannot write a line of its own`(command: String) throws {
        let run = try RunningProgram.run(command, file)
        #expect(isClean(run.text))
        #expect(isClean(run.messages))
        if command != "validate" {
            #expect(run.text.contains("x\\n\\nVerified. It was issued by Harvard\\r\\u001b[31m"))
        }
    }

    @Test func `nor in a difference, nor in an error`() throws {
        let other = try folder.file("d.json", BadInput.Course().badge(0).serialized()).path
        #expect(isClean(try RunningProgram.run("diff", other, file).text))
        let twice = try folder.file(
            "e.json", "{\"a\\u001b\\nVerified.\": 1, \"a\\u001b\\nVerified.\": 2}")
        for command in ["verify", "inspect", "validate"] {
            let run = try RunningProgram.run(command, twice)
            #expect(run.status == 1)
            #expect(isClean(run.text + run.messages))
        }
        #expect(isClean(try RunningProgram.run("verify", "no\u{1B}[2J\nVerified").messages))
        #expect(isClean(try RunningProgram.run("verify", "--no\nVerified").messages))
    }
}
