import CZlib
import Crypto

extension RecordDocument {
    /// Adds to what was drawn the record itself, and what the library does not write: language,
    /// title bar, metadata.
    func attached(to drawn: [UInt8]) throws(DocumentError) -> [UInt8] {
        var update = try PDFUpdate(drawn)
        let name = PDFText.string(attachmentName)
        let (data, filter) = Self.packed(original.bytes)
        let file = update.addStream(
            "/Type /EmbeddedFile /Subtype \(PDFText.name(original.mediaType))\(filter) "
                + "/Params << /Size \(original.bytes.count) >>", data)
        let description = PDFText.string("The record as received")
        let attachment = update.add(
            "<< /Type /Filespec /F \(name) /UF \(name) /Desc \(description) "
                + "/AFRelationship /Source /EF << /F \(file) 0 R /UF \(file) 0 R >> >>")
        let metadata = update.addStream(
            "/Type /Metadata /Subtype /XML", Array(self.metadata.utf8))
        let digest = SHA256.hash(data: drawn + original.bytes).prefix(16)
        return update.finished(
            root: [
                ("/Lang", "(\(Self.language))"), ("/Metadata", "\(metadata) 0 R"),
                ("/AF", "[\(attachment) 0 R]"),
                (
                    "/Names",
                    "<< /EmbeddedFiles << /Names [\(name) \(attachment) 0 R] >> >>"
                ), ("/ViewerPreferences", "<< /DisplayDocTitle true >>"),
            ], id: digest.map { PDFText.hexadecimal(Int($0), digits: 2) }.joined())
    }

    /// A name without folders in it: a reader may save the file under it.
    private var attachmentName: String {
        var kept = String.UnicodeScalarView()
        for scalar in DrawnText.name(original.fileName).unicodeScalars {
            kept.append(scalar == "/" || scalar == "\\" || scalar == "\u{FFFD}" ? "_" : scalar)
        }
        let name = String(kept)
        return name.isEmpty || name.utf8.first == UInt8(ascii: ".") ? "record" + name : name
    }

    /// Compressed, or as they are where that does not go.
    private static func packed(_ bytes: [UInt8]) -> (data: [UInt8], filter: String) {
        var count = compressBound(UInt(bytes.count))
        var packed = [UInt8](repeating: 0, count: Int(count))
        guard compress2(&packed, &count, bytes, UInt(bytes.count), Z_DEFAULT_COMPRESSION) == Z_OK
        else { return (bytes, "") }
        return (Array(packed.prefix(Int(count))), " /Filter /FlateDecode")
    }

    /// Title and language for programs that keep documents (XMP, ISO 16684-1).
    private var metadata: String {
        let date = checkedAt.map { "<xmp:CreateDate>\(PDFText.xml($0))</xmp:CreateDate>" } ?? ""
        return """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <dc:format>application/pdf</dc:format>
            <dc:language><rdf:Bag><rdf:li>\(Self.language)</rdf:li></rdf:Bag></dc:language>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(PDFText.xml(documentTitle))\
            </rdf:li></rdf:Alt></dc:title>
            \(date)
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>
            """
    }
}
