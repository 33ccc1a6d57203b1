import Crypto

/// SHA-256 as 64 hexadecimal digits.
enum Digest {
  static func text(_ digest: SHA256Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  static func text(of bytes: UnsafeBufferPointer<UInt8>) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return text(hash.finalize())
  }
}

extension SHA256 {
  mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) { update(bufferPointer: UnsafeRawBufferPointer(bytes)) }
}
