#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension UnsafeRawBufferPointer {
    @inline(__always)
    func holdsSameBytes(as other: UnsafeRawBufferPointer) -> Bool {
        guard count == other.count else { return false }
        guard count > 0, let mine = baseAddress, let its = other.baseAddress else { return true }
        return unsafe memcmp(mine, its, count) == 0
    }

    /// Below zero, zero or above zero as these bytes sort before, with or after the others; a
    /// proper prefix sorts first. For UTF-8 this is the order of code points.
    @inline(__always)
    func order(against other: UnsafeRawBufferPointer) -> Int {
        let common = Swift.min(count, other.count)
        if common > 0, let mine = baseAddress, let its = other.baseAddress {
            let order = unsafe memcmp(mine, its, common)
            if order != 0 { return Int(order) }
        }
        return count &- other.count
    }
}

extension Slice<UnsafeRawBufferPointer> {
    @inline(__always)
    func holdsSameBytes(as other: UnsafeRawBufferPointer) -> Bool {
        unsafe UnsafeRawBufferPointer(rebasing: self).holdsSameBytes(as: other)
    }
}
