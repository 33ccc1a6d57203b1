/// Decodes the text between the quotes of a CSV field.
enum CSVText {
  /// Appends it with doubled quotes made single.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var i = 0
    while i < text.count {
      bytes.append(text[i])
      i += text[i] == 0x22 ? 2 : 1
    }
  }
}
