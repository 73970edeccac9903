import JSONText
import KeyMaterial

extension SDJWT {
    /// Signs concealed claims; all disclosures go with the token, for the holder to choose from.
    package static func sign(
        _ concealment: Concealment, header: [(name: String, value: JSON)],
        with signer: any Signer
    ) throws(KeyError) -> [UInt8] {
        let token = try CompactJWS.sign(
            concealment.payload.serialized(), header: header, with: signer)
        return text(token, concealment.disclosures.map { Array($0.utf8) })
    }
}
