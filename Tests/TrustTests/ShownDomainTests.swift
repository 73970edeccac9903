import Testing

@testable import Trust

@Suite struct `A domain as it is shown` {
    @Test func `has beside its registered form what people write, where that misleads nobody`() {
        for (domain, shown) in [
            ("xn--exmple-cua.edu", "xn--exmple-cua.edu (exämple.edu)"),
            ("xn--exmple-cua.edu:8443", "xn--exmple-cua.edu:8443 (exämple.edu)"),
            ("xn--r8jz45g.xn--zckzah", "xn--r8jz45g.xn--zckzah (例え.テスト)"),
            ("xn--hxajbheg2az3al.example", "xn--hxajbheg2az3al.example (παράδειγμα.example)"),
        ] { #expect(ShownDomain.text(domain) == shown) }
    }

    @Test
    func `is in ASCII alone where letters of two scripts stand in a label, or all look Latin`() {
        // exаmple with a Cyrillic а, and аррӏе in Cyrillic.
        for domain in ["xn--exmple-4nf.edu", "xn--80ak6aa92e.example"] {
            #expect(ShownDomain.text(domain) == domain)
        }
    }

    @Test func `is itself where it is in ASCII anyway, or is no name`() {
        for domain in ["example.edu", "example.edu:8443", "[::1]:443", "xn--n3h.example", ""] {
            #expect(ShownDomain.text(domain) == domain)
        }
    }
}
