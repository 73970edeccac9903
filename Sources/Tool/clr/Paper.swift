import RecordPages

#if PDF
import RecordDocuments
#endif

/// The page of a record as a PDF: the one place that knows whether this program was built with it
/// (package trait `PDF`).
enum Paper {
    #if PDF
    static func pdf(
        of page: RecordPage, original: [UInt8], fileName: String, mediaType: String
    ) throws -> [UInt8] {
        let document = RecordDocument(
            page,
            original: RecordDocument.Original(
                bytes: original, fileName: fileName, mediaType: mediaType))
        do throws(DocumentError) {
            let drawn = try document.drawn()
            if drawn.lacksCharacters {
                Console.say(
                    "clr: some characters are missing on the pages, which say so: no font here has "
                        + "them (Chinese, Japanese and Korean: fonts-noto-cjk)")
            }
            return drawn.bytes
        } catch {
            throw Stop(status(of: error), error.sentence)
        }
    }

    private static func status(of error: DocumentError) -> Stop.Status {
        switch error {
        case .pangoMissing, .noFonts: .cannotTell
        case .tooManyPages: .no
        case .drawing: .fault
        }
    }
    #else
    static func pdf(
        of page: RecordPage, original: [UInt8], fileName: String, mediaType: String
    ) throws -> [UInt8] {
        throw Stop(
            .usage,
            "this program was built without PDF (--disable-default-traits); --format html "
                + "makes a page that can be printed")
    }
    #endif
}
