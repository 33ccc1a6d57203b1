import Crypto
import CryptoExtras
import Foundation

/// What an encrypted page is locked with: AES-256-GCM under a key that PBKDF2-HMAC-SHA-256 makes of a passphrase, as
/// browsers have both.
struct PageKey: Sendable {
  /// What stands in the page for whoever knows the passphrase.
  struct Lock: Codable, Equatable, Sendable {
    var rounds: Int
    /// 16 bytes, base64.
    var salt: String
    /// The first 8 bytes of each nonce, base64; the other 4 count.
    var nonce: String
    /// Nothing at all, encrypted: it tells a wrong passphrase from a broken file.
    var check: String
  }

  /// Parts count in ranges of their own, so that no nonce is used twice.
  enum Kind: String, Sendable {
    case part, index, check

    var first: UInt32 {
      switch self {
      case .part: 0
      case .index: 0x8000_0000
      case .check: 0xFFFF_FFFF
      }
    }
  }

  let salt: [UInt8]
  let nonce: [UInt8]
  let rounds: Int
  private let key: SymmetricKey

  /// As OWASP's Password Storage Cheat Sheet asks of PBKDF2-HMAC-SHA-256.
  static let rounds = 600_000
  /// A page that asks for more would keep whoever checks it waiting.
  private static let most = 20_000_000
}

extension PageKey {
  /// A new key: salt and nonce are random.
  init(_ passphrase: Passphrase) throws(SnapshotError) {
    var random = SystemRandomNumberGenerator()
    try self.init(
      passphrase, salt: (0..<16).map { _ in random.next() }, nonce: (0..<8).map { _ in random.next() },
      rounds: PageKey.rounds)
  }

  init(_ passphrase: Passphrase, salt: [UInt8], nonce: [UInt8], rounds: Int) throws(SnapshotError) {
    (self.salt, self.nonce, self.rounds) = (salt, nonce, rounds)
    key = try PageKey.derive(passphrase.bytes, salt: salt, rounds: rounds, bytes: 32)
  }

  /// - Returns: nil if the passphrase is not the lock's.
  init?(_ passphrase: Passphrase, opening lock: Lock) throws(SnapshotError) {
    guard let salt = Data(base64Encoded: lock.salt), let nonce = Data(base64Encoded: lock.nonce), nonce.count == 8,
      let check = Data(base64Encoded: lock.check), (PageKey.rounds...PageKey.most).contains(lock.rounds)
    else { return nil }
    try self.init(passphrase, salt: Array(salt), nonce: Array(nonce), rounds: lock.rounds)
    guard open(Array(check), .check, 0) == [] else { return nil }
  }

  static func derive(
    _ passphrase: [UInt8], salt: [UInt8], rounds: Int, bytes: Int
  ) throws(SnapshotError) -> SymmetricKey {
    let key = try? KDF.Insecure.PBKDF2.deriveKey(
      from: passphrase, salt: salt, using: .sha256, outputByteCount: bytes, unsafeUncheckedRounds: rounds)
    guard let key else { throw .noPassphrase }
    return key
  }
}

extension PageKey {
  var lock: Lock {
    Lock(
      rounds: rounds, salt: Data(salt).base64EncodedString(), nonce: Data(nonce).base64EncodedString(),
      check: Data(seal([], .check, 0)).base64EncodedString())
  }

  /// The text encrypted, and the tag behind it. A part's kind and number are part of what the tag vouches for, so that
  /// parts cannot change places.
  func seal(_ bytes: [UInt8], _ kind: Kind, _ number: Int) -> [UInt8] {
    guard let nonce = nonce(kind, number),
      let box = try? AES.GCM.seal(bytes, using: key, nonce: nonce, authenticating: label(kind, number))
    else { preconditionFailure("a nonce has 12 bytes and a key 32") }
    return Array(box.ciphertext) + Array(box.tag)
  }

  /// - Returns: nil if a byte of it is not what was sealed.
  func open(_ sealed: [UInt8], _ kind: Kind, _ number: Int) -> [UInt8]? {
    guard sealed.count >= 16, let nonce = nonce(kind, number),
      let box = try? AES.GCM.SealedBox(nonce: nonce, ciphertext: sealed.dropLast(16), tag: sealed.suffix(16)),
      let bytes = try? AES.GCM.open(box, using: key, authenticating: label(kind, number))
    else { return nil }
    return Array(bytes)
  }

  private func nonce(_ kind: Kind, _ number: Int) -> AES.GCM.Nonce? {
    let count = kind.first + UInt32(number)
    return try? AES.GCM.Nonce(data: nonce + (0..<4).map { UInt8(truncatingIfNeeded: count >> (24 - 8 * $0)) })
  }

  private func label(_ kind: Kind, _ number: Int) -> [UInt8] {
    Array("\(Manifest.format) \(kind.rawValue) \(number)".utf8)
  }
}
