import Foundation

/// Runs one target over files, as a fuzzer would give them:
///
///     clr-fuzz list
///     clr-fuzz seeds TARGET FOLDER       writes the seeds, and FOLDER.dict
///     clr-fuzz replay TARGET FILE…
///     clr-fuzz tamper DOCUMENTS FILE…    changes signed credentials at every place
///     clr-fuzz answer canonical          lines of questions, as Tests/differential asks them
///     clr-fuzz fuzz TARGET ARGUMENT…     only where built by `make fuzz`: libFuzzer's arguments
@main
enum Program {
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments == ["list"] {
            print(FuzzTarget.all.map(\.name).joined(separator: "\n"))
            return
        }
        if arguments.first == "answer", let answer = Answers.named(arguments.last ?? "") {
            return Answers.run(answer)
        }
        if arguments.count > 2, arguments[0] == "tamper" {
            do {
                let problems = try await Tampering.run(arguments[1], Array(arguments.dropFirst(2)))
                exit(problems == 0 ? 0 : 1)
            } catch {
                stop("\(error)")
            }
        }
        guard arguments.count >= 2, let target = FuzzTarget.named(arguments[1]) else {
            stop("usage: clr-fuzz list | seeds TARGET FOLDER | replay TARGET FILE… | fuzz TARGET …")
        }
        let rest = Array(arguments.dropFirst(2))
        do {
            switch arguments[0] {
            case "seeds" where rest.count == 1: try await writeSeeds(target, to: rest[0])
            case "replay": try replay(target, rest)
            case "fuzz": fuzz(target, rest)
            default: stop("there is no command \(arguments[0])")
            }
        } catch {
            stop("\(error)")
        }
    }

    private static func writeSeeds(_ target: FuzzTarget, to folder: String) async throws {
        let manager = FileManager.default
        try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (index, seed) in try await target.seeds().enumerated() {
            try Data(seed).write(to: URL(fileURLWithPath: "\(folder)/seed-\(index)"))
        }
        try Data(dictionary(target.words).utf8).write(to: URL(fileURLWithPath: folder + ".dict"))
    }

    /// As libFuzzer reads words: in quotes, and octets beside letters and digits in hexadecimal.
    private static func dictionary(_ words: [String]) -> String {
        words.map { word in
            let letters = word.utf8.map { byte -> String in
                let isPlain =
                    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                    || (0x61...0x7A).contains(byte)
                return isPlain
                    ? String(UnicodeScalar(byte)) : "\\x" + String(format: "%02X", Int(byte))
            }
            return "\"\(letters.joined())\"\n"
        }.joined()
    }

    private static func replay(_ target: FuzzTarget, _ files: [String]) throws {
        for file in files {
            // Not buffered: it must stand there when the next line ends the process.
            FileHandle.standardError.write(Data("\(target.name): \(file)\n".utf8))
            target.run([UInt8](try Data(contentsOf: URL(fileURLWithPath: file))))
        }
    }

    static func stop(_ message: String) -> Never {
        FileHandle.standardError.write(Data("clr-fuzz: \(message)\n".utf8))
        exit(64)
    }
}
