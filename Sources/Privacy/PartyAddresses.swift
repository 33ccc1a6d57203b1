import Crypto

/// Makes the addresses of one party's things. What is hashed is written into one buffer, of which the brand and the
/// customer stay.
public struct PartyAddresses: Sendable {
  private var input: [UInt8] = []
  /// Where the id begins.
  private let idStart: Int

  init(brand: String, customer: String) {
    input.reserveCapacity(PartyAddresses.usualInput)
    input.append(0)
    input.append(0)
    input.append(contentsOf: brand.utf8)
    input.append(0)
    input.append(contentsOf: customer.utf8)
    input.append(0)
    idStart = input.count
  }
}

extension PartyAddresses {
  /// The address of something whose id is appended to what comes before it.
  public mutating func address(_ kind: Address.Kind, id: (inout [UInt8]) -> Void = { _ in }) -> Address {
    input[0] = kind.rawValue
    input.removeLast(input.count - idStart)
    id(&input)
    return Address(kind: kind, digest: input.withUnsafeBytes(PartyAddresses.digest))
  }
}

extension PartyAddresses {
  /// In bytes.
  private static var usualInput: Int { 120 }

  /// Through the hasher's own entrance for raw bytes: the one for any sequence costs more than the hash.
  private static func digest(of input: UnsafeRawBufferPointer) -> SHA256.Digest {
    var hash = SHA256()
    hash.update(bufferPointer: input)
    return hash.finalize()
  }
}
