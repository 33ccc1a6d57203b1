import Foundation

/// A part as it stands in the page: packed, sealed where there is a key, in base64, as a script that is none.
enum PagePart {
  static func element(_ bytes: [UInt8], _ kind: PageKey.Kind, _ number: Int, key: PageKey?) -> [UInt8] {
    var packed = bytes.withUnsafeBufferPointer { Deflater().pack($0) }
    if let key { packed = key.seal(packed, kind, number) }
    let mark = kind == .part ? PageMark.part : PageMark.index
    return Array(mark.utf8) + Array(Data(packed).base64EncodedData()) + Array((PageMark.end + "\n").utf8)
  }

  /// - Returns: nil for text that is no part, or was changed.
  static func bytes(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, _ kind: PageKey.Kind, _ number: Int, key: PageKey?
  ) -> [UInt8]? {
    guard var packed = Data(base64Encoded: Data(text)).map(Array.init) else { return nil }
    if let key {
      guard let opened = key.open(packed, kind, number) else { return nil }
      packed = opened
    }
    return packed.withUnsafeBufferPointer { Inflater.unpack($0, limit: PageParts.size) }
  }
}
