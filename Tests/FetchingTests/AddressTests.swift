import Testing

@testable import Fetching

@Suite struct `Addresses` {
    /// First and last of each range that is refused.
    static let refused: [(String, AddressUse)] = [
        ("0.0.0.0", .unspecified), ("0.255.255.255", .unspecified),
        ("10.0.0.0", .privateNetwork), ("10.255.255.255", .privateNetwork),
        ("100.64.0.0", .sharedNetwork), ("100.127.255.255", .sharedNetwork),
        ("127.0.0.0", .loopback), ("127.0.0.1", .loopback), ("127.255.255.255", .loopback),
        ("169.254.0.0", .linkLocal), ("169.254.255.255", .linkLocal),
        ("169.254.169.254", .metadata),
        ("172.16.0.0", .privateNetwork), ("172.31.255.255", .privateNetwork),
        ("192.0.0.0", .reserved), ("192.0.0.255", .reserved),
        ("192.0.2.0", .documentation), ("192.0.2.255", .documentation),
        ("192.88.99.0", .reserved), ("192.88.99.255", .reserved),
        ("192.168.0.0", .privateNetwork), ("192.168.255.255", .privateNetwork),
        ("198.18.0.0", .benchmarking), ("198.19.255.255", .benchmarking),
        ("198.51.100.0", .documentation), ("198.51.100.255", .documentation),
        ("203.0.113.0", .documentation), ("203.0.113.255", .documentation),
        ("224.0.0.0", .multicast), ("239.255.255.255", .multicast),
        ("240.0.0.0", .reserved), ("255.255.255.254", .reserved),
        ("255.255.255.255", .broadcast),
        ("::", .unspecified), ("::1", .loopback),
        ("::2", .embedding), ("::7f00:1", .embedding), ("::127.0.0.1", .embedding),
        ("::ffff:0.0.0.0", .embedding), ("::ffff:127.0.0.1", .embedding),
        ("::ffff:8.8.8.8", .embedding), ("::ffff:255.255.255.255", .embedding),
        ("::ffff:0:10.0.0.1", .embedding), ("::1:0:0:0", .reserved),
        ("64:ff9b::127.0.0.1", .loopback), ("64:ff9b::10.1.2.3", .privateNetwork),
        ("64:ff9b::169.254.169.254", .metadata), ("64:ff9b:1::8.8.8.8", .embedding),
        ("64:ff9b:1:ffff::", .embedding), ("100::", .reserved), ("100::1", .reserved),
        ("2001::", .embedding), ("2001:0:ffff::", .embedding), ("2001:1::", .reserved),
        ("2001:1ff:ffff::", .reserved), ("2001:2::1", .benchmarking),
        ("2001:db8::", .documentation), ("2001:db8:ffff::", .documentation),
        ("2002::", .embedding), ("2002:7f00:1::", .embedding), ("2002:ffff::", .embedding),
        ("3ffe::1", .reserved), ("3fff::", .documentation), ("3fff:fff::", .documentation),
        ("4000::", .reserved), ("5f00::1", .reserved), ("1fff::", .reserved),
        ("fc00::", .privateNetwork), ("fdff:ffff::", .privateNetwork),
        ("fd00:ec2::254", .metadata), ("fd00:ec2::253", .privateNetwork),
        ("fe80::", .linkLocal), ("fe80::1", .linkLocal), ("febf:ffff::", .linkLocal),
        ("fec0::", .privateNetwork), ("feff:ffff::", .privateNetwork),
        ("ff00::", .multicast), ("ff02::1", .multicast), ("ffff::", .multicast),
    ]

    @Test(arguments: refused)
    func `of special use are refused`(text: String, use: AddressUse) throws {
        let address = try #require(IPAddress(text))
        #expect(AddressPolicy().refusal(of: address) == use)
    }

    /// The neighbours of the ranges, and some of everybody's.
    @Test(arguments: [
        "1.0.0.0", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
        "126.255.255.255", "128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255",
        "172.32.0.0", "191.255.255.255", "192.0.1.0", "192.0.3.0", "192.88.98.255",
        "192.88.100.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
        "198.51.99.255", "198.51.101.0", "203.0.112.255", "203.0.114.0", "223.255.255.255",
        "2000::", "2001:200::1", "2001:db7:ffff::", "2001:db9::", "2003::", "2606:4700::1111",
        "3ffd:ffff::", "3fff:1000::", "64:ff9b::8.8.8.8",
    ])
    func `of everybody are not`(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(AddressPolicy().refusal(of: address) == nil)
    }

    @Test(arguments: [
        "127.0.0.1", "::1", "10.0.0.1", "192.168.1.1", "100.64.0.1", "fd12::1", "8.8.8.8",
    ])
    func `of this machine and the own network are let through for a named host`(
        text: String
    ) throws {
        #expect(AddressPolicy.namedHost.refusal(of: try #require(IPAddress(text))) == nil)
    }

    @Test(arguments: [
        "169.254.169.254", "fd00:ec2::254", "169.254.1.1", "fe80::1", "224.0.0.1", "ff02::1",
        "0.0.0.0", "::", "255.255.255.255", "::ffff:127.0.0.1", "2002:7f00:1::",
    ])
    func `of secrets, links and groups are refused for a named host too`(text: String) throws {
        #expect(AddressPolicy.namedHost.refusal(of: try #require(IPAddress(text))) != nil)
    }

    @Test func `have words for every use`() {
        #expect(Set(AddressUse.allCases.map(\.words)).count == AddressUse.allCases.count)
        #expect(Set(Self.refused.map(\.1)) == Set(AddressUse.allCases))
    }

    @Test(arguments: [
        "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.0.0.01", "1.2.3", "1.2.3.4.5",
        "256.0.0.1", "", " 127.0.0.1", "fe80::1%eth0", "::ffff:1.2.3", "1::2::3", "12345::",
    ])
    func `are read in one spelling only`(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test(arguments: [
        ("1.2.3.4", "1.2.3.4"), ("2001:DB8:0:0:0:0:0:1", "2001:db8::1"), ("::", "::"),
    ])
    func `are told in one spelling`(text: String, told: String) throws {
        let address = try #require(IPAddress(text))
        #expect("\(address)" == told)
        #expect(IPAddress(octets: address.octets) == address)
    }
}
