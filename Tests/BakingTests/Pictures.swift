import Baking
import CZlib

/// Pictures made here, part by part, so that each part can be made wrong.
enum PNG {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    /// One grey pixel.
    static let header = chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
    static let pixel = chunk("IDAT", deflated([0, 0x80]))
    static let end = chunk("IEND", [])
    static let plain = signature + header + pixel + end

    static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let checked = Array(name.utf8) + content
        let sum = Int(crc32(0, checked, UInt32(checked.count)))
        return number(content.count) + checked + number(sum)
    }

    static func number(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    /// The chunks between header and pixel.
    static func with(_ chunks: [UInt8]...) -> [UInt8] {
        signature + header + chunks.flatMap { $0 } + pixel + end
    }

    static func iTXt(
        _ keyword: String, _ text: [UInt8], flags: [UInt8] = [0, 0], tags: String = "\0\0"
    ) -> [UInt8] {
        chunk("iTXt", Array(keyword.utf8) + [0] + flags + Array(tags.utf8) + text)
    }

    static func iTXt(_ keyword: String, _ text: String) -> [UInt8] {
        iTXt(keyword, Array(text.utf8))
    }

    static func tEXt(_ keyword: String, _ text: String) -> [UInt8] {
        chunk("tEXt", Array(keyword.utf8) + [0] + Array(text.utf8))
    }

    static func zTXt(_ keyword: String, _ packed: [UInt8]) -> [UInt8] {
        chunk("zTXt", Array(keyword.utf8) + [0, 0] + packed)
    }

    static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var length = compressBound(UInt(bytes.count))
        var out = [UInt8](repeating: 0, count: Int(length))
        _ = compress2(&out, &length, bytes, UInt(bytes.count), 9)
        return Array(out.prefix(Int(length)))
    }
}

enum SVG {
    static let start = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">"
    static let plain = start + "<path d=\"M0 0h1v1z\"/></svg>"
    static let badges3 = "xmlns:ob=\"https://purl.imsglobal.org/ob/v3p0\""

    /// What stands inside the root.
    static func with(_ inside: String) -> String { start + inside + "</svg>" }

    /// An Open Badges 3.0 element with these attributes and this content.
    static func badge(_ content: String, verify: String? = nil) -> String {
        let attribute = verify.map { " verify=\"\($0)\"" } ?? ""
        return with("<ob:credential \(badges3)\(attribute)>\(content)</ob:credential>")
    }
}

extension Picture {
    init(_ text: String) throws(BakingError) { try self.init(reading: Array(text.utf8)) }
}

/// What is baked into a picture, as text.
func baked(_ bytes: [UInt8]) throws -> String {
    String(decoding: try Picture(reading: bytes).credential().text, as: UTF8.self)
}

func baked(_ text: String) throws -> String { try baked(Array(text.utf8)) }

/// Why nothing can be read out of a picture; nil where something can.
func refusal(_ bytes: [UInt8]) -> BakingError? {
    do throws(BakingError) {
        _ = try Picture(reading: bytes).credential()
        return nil
    } catch {
        return error
    }
}

func pngFault(_ bytes: [UInt8]) -> PNGFault? {
    if case .malformedPNG(let fault, _) = refusal(bytes) { fault } else { nil }
}

func svgFault(_ text: String) -> SVGFault? { svgFault(Array(text.utf8)) }

func svgFault(_ bytes: [UInt8]) -> SVGFault? {
    if case .malformedSVG(let fault, _, _) = refusal(bytes) { fault } else { nil }
}
