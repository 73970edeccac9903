import JSONSchema
import JSONText
import Testing

@Suite struct `Numbers` {
    @Test(arguments: [
        ("0.1", "0.01", true), ("0.3", "0.1", true), ("1.1", "0.1", true), ("4.35", "0.01", true),
        ("0.0075", "0.0001", true), ("0.00751", "0.0001", false), ("1e308", "0.123456789", false),
        ("1e308", "0.5", true), ("12391239123", "1e-8", true), ("0", "7", true),
        ("-9", "3", true), ("-10", "3", false), ("1e400", "3", false), ("3e400", "3", true),
        ("123456789012345678901234567890", "3", true),
        ("123456789012345678901234567891", "3", false),
        ("246913578024691357802469135780", "123456789012345678901234567890", true),
        ("246913578024691357802469135781", "123456789012345678901234567890", false),
        ("1e50", "1267650600228229401496703205376", false),
        ("1e30", "1267650600228229401496703205376", false),
        ("1e100", "1267650600228229401496703205376", true),
        ("10", "1e1", true), ("1e-7", "1e-6", false), ("1e999999999999999999999", "7", false),
    ])
    func `are multiples exactly`(number: String, divisor: String, expected: Bool) throws {
        let schema = try compiled(#"{"multipleOf": \#(divisor)}"#)
        #expect(try schema.isValid(json(number)) == expected)
    }

    @Test(arguments: [
        ("9007199254740993", "9007199254740992", false),
        ("9007199254740992", "9007199254740993", true),
        ("0.1", "0.10", true), ("1e2", "100", true), ("100.000000000000000000000001", "100", false),
        ("-1", "-1.0000000000000000000000001", false), ("-2", "-1", true), ("1e400", "1e401", true),
        ("1e401", "1e400", false), ("-1e400", "0", true), ("0.0", "-0", true), ("-0", "0", true),
        ("123456789012345678901234567890", "123456789012345678901234567889", false),
    ])
    func `are compared exactly`(number: String, maximum: String, expected: Bool) throws {
        let schema = try compiled(#"{"maximum": \#(maximum)}"#)
        #expect(try schema.isValid(json(number)) == expected)
        let other = try compiled(#"{"minimum": \#(number)}"#)
        #expect(try other.isValid(json(maximum)) == expected)
    }

    @Test(arguments: [
        ("1", true), ("1.0", true), ("1.50e1", true), ("1.5", false), ("1e-1", false),
        ("10e-1", true), ("1e400", true), ("0.0", true), ("0e-5", true), ("1E2", true),
    ])
    func `are integers by their value`(number: String, expected: Bool) throws {
        #expect(try compiled(#"{"type": "integer"}"#).isValid(json(number)) == expected)
    }

    @Test func `are integers by their spelling in draft 4`() throws {
        let schema = try compiled(#"{"type": "integer"}"#, dialect: .draft4)
        #expect(try schema.isValid(json("1")))
        #expect(try !schema.isValid(json("1.0")))
        #expect(try compiled(#"{"type": "number"}"#, dialect: .draft4).isValid(json("1.0")))
    }

    @Test(arguments: [("1", "1.0"), ("100", "1e2"), ("0", "-0.0"), ("1.50", "15e-1")])
    func `are equal by their value`(one: String, other: String) throws {
        #expect(try compiled(#"{"const": \#(one)}"#).isValid(json(other)))
        #expect(try !compiled(#"{"uniqueItems": true}"#).isValid(json("[\(one), \(other)]")))
        #expect(try compiled(#"{"enum": [[\#(one)]]}"#).isValid(json("[\(other)]")))
    }
}
