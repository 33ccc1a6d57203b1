/// Whole numbers from 0 on as text, in few characters that no script has to escape: five bits in each, the lowest
/// first; the upper half of the digits says that more follow.
enum NumberText {
  private static let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_".utf8)

  static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 32 {
      bytes.append(digits[rest & 31 | 32])
      rest >>= 5
    }
    bytes.append(digits[rest])
  }

  /// Ascending numbers: the first, then by how much each is above the one before.
  static func append(ascending numbers: some Sequence<Int>, to bytes: inout [UInt8]) {
    var last = 0
    for number in numbers {
      append(number - last, to: &bytes)
      last = number
    }
  }
}
