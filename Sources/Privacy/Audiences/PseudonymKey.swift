import Crypto

/// The secret that pseudonyms are made with: the same people have the same pseudonyms under the same key, and without
/// the key nobody finds out who they are by trying names. It is never printed.
public struct PseudonymKey: Sendable {
  /// In bytes: what a person types or a program makes must be at least this long.
  public static let leastLength = 16

  private let key: SymmetricKey

  /// Nothing if the secret is too short. Blanks and line ends around it do not count.
  public init?(_ secret: some Collection<UInt8>) {
    let isBlank: (UInt8) -> Bool = { $0 <= 0x20 }
    let trimmed = secret.drop(while: isBlank)
    let end = trimmed.indices.reversed().first { !isBlank(trimmed[$0]) }.map { trimmed.index(after: $0) }
    let bytes = Array(trimmed[..<(end ?? trimmed.startIndex)])
    guard bytes.count >= PseudonymKey.leastLength else { return nil }
    key = SymmetricKey(data: bytes)
  }

  /// For one build that nothing is compared with.
  public static func random() -> PseudonymKey { PseudonymKey(SymmetricKey(size: .bits256)) }

  private init(_ key: SymmetricKey) { self.key = key }
}

extension PseudonymKey: CustomStringConvertible, CustomReflectable {
  public var description: String { "PseudonymKey" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension PseudonymKey {
  /// The first 60 bits of HMAC-SHA-256 (RFC 2104) over a kind and a value, joined by a zero byte: of a million values
  /// two share them with a chance of 1 to two million.
  func bits(_ kind: String, _ value: some Sequence<UInt8>) -> UInt64 {
    var hash = HMAC<SHA256>(key: key)
    hash.update(data: Array(kind.utf8) + [0])
    hash.update(data: Array(value))
    return hash.finalize().withUnsafeBytes { UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)) } >> 4
  }

  /// All of HMAC-SHA-256 over the same, in 64 hexadecimal digits.
  func digest(_ kind: String, _ value: some Sequence<UInt8>) -> String {
    var hash = HMAC<SHA256>(key: key)
    hash.update(data: Array(kind.utf8) + [0])
    hash.update(data: Array(value))
    let signs = Array("0123456789abcdef".utf8)
    return String(decoding: hash.finalize().flatMap { [signs[Int($0 >> 4)], signs[Int($0 & 15)]] }, as: UTF8.self)
  }
}
