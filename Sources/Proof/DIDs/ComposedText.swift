@_spi(_Unicode) import Swift

extension String {
    /// The same text in normalization form C (Unicode Standard Annex 15). The standard library
    /// compares texts by it and does not yet offer it under a name of its own.
    var composed: String {
        var scalars = UnicodeScalarView()
        scalars.append(contentsOf: _nfc)
        return String(scalars)
    }
}
