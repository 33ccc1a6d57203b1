import Crypto

/// A name for a page or an anchor, made from what it stands for: the first 12 characters of base32 (RFC 4648, lower
/// case) of SHA-256 over kind, brand, customer and id, joined by a zero byte (`guide/publishing.md`).
/// It tells nothing of the id to those who don't know it, fits any file system, and later data does not move it.
public struct Address: Hashable, Sendable {
  /// What is named; the raw value is the anchor's letter.
  public enum Kind: UInt8, Sendable {
    case conversation = 0x63
    case session = 0x73
    case contact = 0x6B
    case event = 0x65
    /// A customer's timeline: its id is empty.
    case timeline = 0x74
  }

  public let kind: Kind
  /// Twelve characters of `a`–`z` and `2`–`7`.
  let letters: (UInt64, UInt32)

  public static func == (a: Address, b: Address) -> Bool { a.kind == b.kind && a.letters == b.letters }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(letters.0)
    hasher.combine(letters.1)
  }
}

extension Audience {
  /// The address of something of one party.
  public func address(
    _ kind: Address.Kind, brand: String, customer: String, id: some Sequence<UInt8> = [] as [UInt8]
  ) -> Address {
    var addresses = addresses(brand: brand, customer: customer)
    return addresses.address(kind) { $0.append(contentsOf: id) }
  }

  /// What makes the addresses of one party's things.
  public func addresses(brand: String, customer: String) -> PartyAddresses {
    PartyAddresses(brand: brand, customer: customer)
  }
}

extension Address {
  /// `abcdefghijkl`.
  public var text: String {
    String(unsafeUninitializedCapacity: 12) { bytes in
      put(into: UnsafeMutableRawBufferPointer(bytes))
      return 12
    }
  }

  /// `k-abcdefghijkl`.
  public var anchor: String {
    String(unsafeUninitializedCapacity: 14) { bytes in
      bytes[0] = kind.rawValue
      bytes[1] = UInt8(ascii: "-")
      put(into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(bytes)[2...]))
      return 14
    }
  }

  /// `timelines/ab/abcdefghijkl.html`.
  public var page: String { "timelines/\(text.prefix(2))/\(text).html" }

  public func write(to bytes: inout [UInt8]) {
    bytes.append(addingCapacity: 12) { span in
      append(to: &span)
    }
  }

  /// Appends `k-abcdefghijkl`.
  public func writeAnchor(to bytes: inout [UInt8]) {
    bytes.append(addingCapacity: 14) { span in
      span.append(kind.rawValue)
      span.append(UInt8(ascii: "-"))
      append(to: &span)
    }
  }

  @inline(__always)
  private func append(to span: inout OutputSpan<UInt8>) {
    span.withUnsafeMutableBufferPointer { room, count in
      put(into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(room)[count...]))
      count += 12
    }
  }

  /// Into room for twelve bytes.
  @inline(__always)
  private func put(into room: UnsafeMutableRawBufferPointer) {
    room.storeBytes(of: letters.0.bigEndian, as: UInt64.self)
    room.storeBytes(of: letters.1.bigEndian, toByteOffset: 8, as: UInt32.self)
  }

  init(kind: Kind, digest: SHA256.Digest) {
    self.kind = kind
    // Twelve characters of five bits are the first 60 bits.
    let bits = digest.withUnsafeBytes { UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)) }
    var letters: (UInt64, UInt32) = (0, 0)
    for index in 0..<12 {
      let five = (bits >> UInt64(59 - index * 5)) & 31
      let letter = five < 26 ? 0x61 + five : 0x32 + five - 26
      if index < 8 { letters.0 = letters.0 << 8 | letter } else { letters.1 = letters.1 << 8 | UInt32(letter) }
    }
    self.letters = letters
  }
}
