/// A pattern for paths: `*` stands for any part of a name, `**` for any part of a path, `?` for one character of a name.
public struct Glob: Sendable, Equatable {
  public let pattern: String
  private let bytes: [UInt8]

  /// - Returns: nil for a pattern that is empty, absolute, or leads out of the folder.
  public init?(_ pattern: String) {
    guard !pattern.isEmpty, !pattern.hasPrefix("/"), !pattern.split(separator: "/").contains("..") else { return nil }
    self.pattern = pattern
    bytes = Array(pattern.utf8)
  }
}

extension Glob {
  public func matches(_ path: String) -> Bool {
    var path = path
    return path.withUTF8 { Glob.matches(bytes[...], $0[...]) }
  }

  private static func matches(_ pattern: ArraySlice<UInt8>, _ path: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = pattern.first else { return path.isEmpty }
    if first == UInt8(ascii: "*") { return matchesStar(pattern, path) }
    guard let byte = path.first else { return false }
    guard first == byte || first == UInt8(ascii: "?") && byte != UInt8(ascii: "/") else { return false }
    // A character takes all its bytes.
    let width = first == byte ? 1 : 1 + path.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count
    return matches(pattern.dropFirst(), path.dropFirst(width))
  }

  private static func matchesStar(_ pattern: ArraySlice<UInt8>, _ path: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let rest = pattern.drop { $0 == UInt8(ascii: "*") }
    let crosses = pattern.count - rest.count > 1
    var tail = path
    while true {
      if matches(rest, tail) { return true }
      guard let byte = tail.first, crosses || byte != UInt8(ascii: "/") else { return false }
      tail = tail.dropFirst()
    }
  }
}
