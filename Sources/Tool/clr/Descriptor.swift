import Foundation

/// Open files by their numbers, and what the system says of them.
enum Descriptor {
    /// Holds the places of the three standard files where they are closed, so that no other file
    /// gets one of their numbers and is taken for it: each is open in the wrong direction, and says
    /// EBADF. Writing to a pipe that nobody reads is an answer, and no signal.
    static func prepare() {
        for (number, mode) in [
            (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
        ] where fcntl(number, F_GETFD) < 0 && errno == EBADF {
            _ = open("/dev/null", mode)
        }
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    /// Writes all of it; the number of the error, or 0.
    static func write(_ bytes: [UInt8], to file: Int32) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
                let count = Foundation.write(file, rest.baseAddress, rest.count)
                if count > 0 {
                    done += count
                } else if count == 0 || errno == EAGAIN {
                    var waiting = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
                    poll(&waiting, 1, -1)
                } else if errno != EINTR {
                    return errno
                }
            }
            return 0
        }
    }

    /// Reads what there is, as much as has room; nothing at its end.
    static func read(_ file: Int32, into part: inout [UInt8]) -> (count: Int, error: Int32) {
        while true {
            let count = part.withUnsafeMutableBytes {
                Foundation.read(file, $0.baseAddress, $0.count)
            }
            if count >= 0 { return (count, 0) }
            if errno == EAGAIN {
                var waiting = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
                poll(&waiting, 1, -1)
            } else if errno != EINTR {
                return (0, errno)
            }
        }
    }

    static func words(_ code: Int32) -> String { String(cString: strerror(code)) }
}
