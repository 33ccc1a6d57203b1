/// A length of elapsed time, in milliseconds.
public struct Length: Hashable, Comparable, Sendable {
  public var milliseconds: Int64

  @inline(__always)
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  public static func seconds(_ n: Int64) -> Length { Length(milliseconds: n * 1000) }
  public static func minutes(_ n: Int64) -> Length { seconds(n * 60) }
  public static func hours(_ n: Int64) -> Length { minutes(n * 60) }
  public static func days(_ n: Int64) -> Length { hours(n * 24) }

  @inline(__always)
  public static func < (a: Length, b: Length) -> Bool { a.milliseconds < b.milliseconds }

  public static func + (a: Length, b: Length) -> Length { Length(milliseconds: a.milliseconds &+ b.milliseconds) }
  public static func - (a: Length, b: Length) -> Length { Length(milliseconds: a.milliseconds &- b.milliseconds) }
}

extension Length: LosslessStringConvertible {
  /// Reads `250ms`, `90s`, `15m`, `2h`, `1d` and sums of them, largest unit first: `1h30m`. The sum has to be more
  /// than nothing and less than 100,000 days.
  public init?(_ text: String) {
    var rest = text.utf8[...]
    var total: Int64 = 0
    var last = Int64.max
    while !rest.isEmpty {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard (1...12).contains(digits.count), let number = Int64(String(Substring(digits))) else { return nil }
      rest = rest.dropFirst(digits.count)
      let letters = rest.prefix { (0x61...0x7A).contains($0) }
      guard let unit = Length.units.first(where: { $0.name == String(Substring(letters)) }), unit.milliseconds < last
      else { return nil }
      rest = rest.dropFirst(letters.count)
      last = unit.milliseconds
      let (product, overflow) = number.multipliedReportingOverflow(by: unit.milliseconds)
      guard !overflow, product <= Length.longest.milliseconds else { return nil }
      total += product
    }
    guard total > 0, total <= Length.longest.milliseconds else { return nil }
    self.init(milliseconds: total)
  }

  /// The shortest text that reads back as this length.
  public var description: String {
    var rest = milliseconds
    var text = ""
    for unit in Length.units where rest >= unit.milliseconds {
      text += "\(rest / unit.milliseconds)\(unit.name)"
      rest %= unit.milliseconds
    }
    return text.isEmpty ? "0s" : text
  }

  private static let longest = Length.days(100_000)
  private static let units: [(name: String, milliseconds: Int64)] = [
    ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000), ("ms", 1),
  ]
}
