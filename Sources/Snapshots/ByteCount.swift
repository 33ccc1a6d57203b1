/// A number of bytes as people read and write it; units are powers of 1,000, as file managers and mail servers count.
public struct ByteCount: Equatable, Sendable {
  public let bytes: Int

  public init(_ bytes: Int) { self.bytes = bytes }

  private static let units = [("G", 1_000_000_000), ("M", 1_000_000), ("K", 1000)]
}

extension ByteCount: LosslessStringConvertible {
  /// Reads `25M`, `2G`, `800K` or a number of bytes.
  public init?(_ text: String) {
    let unit = ByteCount.units.first { text.uppercased().hasSuffix($0.0) }
    let digits = unit == nil ? text[...] : text.dropLast()
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits), number > 0,
      number <= Int.max / (unit?.1 ?? 1)
    else { return nil }
    bytes = number * (unit?.1 ?? 1)
  }

  /// `4.2 MB`
  public var description: String {
    guard let unit = ByteCount.units.first(where: { bytes >= $0.1 }) else { return "\(bytes) bytes" }
    let tenths = bytes / (unit.1 / 10)
    return "\(tenths / 10).\(tenths % 10) \(unit.0 == "K" ? "k" : unit.0)B"
  }
}
