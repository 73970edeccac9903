import Foundation
import Synchronization

#if FUZZING

/// libFuzzer's own loop, for programs that have a `main` themselves.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ input: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// A function that C calls carries nothing along: the target stands here.
private let current = Mutex<FuzzTarget?>(nil)

@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    current.withLock { $0 }?.run(Array(UnsafeBufferPointer(start: bytes, count: size)))
    return 0
}

extension Program {
    /// Runs until libFuzzer ends, which it does by leaving the process.
    static func fuzz(_ target: FuzzTarget, _ arguments: [String]) {
        current.withLock { $0 = target }
        let all = [CommandLine.arguments[0], "-max_len=\(target.maximumBytes)"] + arguments
        var texts = all.map { strdup($0) } + [nil]
        var count = CInt(all.count)
        texts.withUnsafeMutableBufferPointer { buffer in
            guard var base = buffer.baseAddress else { return }
            _ = runDriver(&count, &base, testOneInput)
        }
    }
}

#else

extension Program {
    static func fuzz(_ target: FuzzTarget, _ arguments: [String]) {
        stop("this program was not built for fuzzing: make fuzz does it")
    }
}

#endif
