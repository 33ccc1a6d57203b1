import Crypto
import Testing

@testable import Snapshots

@Suite struct PageKeyTests {
  /// RFC 7914, section 11.
  @Test(arguments: [
    (
      "passwd", "salt", 1,
      "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
        + "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783"
    ),
    (
      "Password", "NaCl", 80_000,
      "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"
        + "a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d"
    ),
  ])
  func derivesTheKeysOfTheStandard(passphrase: String, salt: String, rounds: Int, expected: String) throws {
    let key = try PageKey.derive(Array(passphrase.utf8), salt: Array(salt.utf8), rounds: rounds, bytes: 64)
    #expect(key.withUnsafeBytes { hexadecimal(Array($0)) } == expected)
  }

  /// The expected bytes are those of Python's `cryptography` 48.
  @Test func sealsAsOthersDo() throws {
    let key = try key("Schlüssel für Gärten")
    #expect(
      hexadecimal(key.seal(Array("triptych".utf8), .part, 5)) == "e2ddaee8070f46818f14c68930d0323b512372a06704ca7c")
    #expect(hexadecimal(key.seal([], .check, 0)) == "c61d3d0289a59e331ca9f2acc249a65e")
  }

  @Test func takesALetterForTheSameHoweverItIsComposed() throws {
    let composed = try key("Schlu\u{308}ssel fu\u{308}r Ga\u{308}rten")
    #expect(composed.seal([1], .part, 0) == (try key("Schlüssel für Gärten")).seal([1], .part, 0))
  }

  @Test func opensAPartInItsOwnPlaceAlone() throws {
    let key = try key("four words make one")
    let sealed = key.seal([1, 2, 3], .part, 1)
    #expect(key.open(sealed, .part, 1) == [1, 2, 3])
    #expect(key.open(sealed, .part, 2) == nil)
    #expect(key.open(sealed, .index, 1) == nil)
    #expect(try self.key("four words make two").open(sealed, .part, 1) == nil)
    for index in sealed.indices {
      var other = sealed
      other[index] ^= 0x80
      #expect(key.open(other, .part, 1) == nil)
    }
    #expect(key.open(Array(sealed.prefix(15)), .part, 1) == nil)
  }

  @Test func neverUsesANonceTwice() throws {
    let passphrase = try Passphrase(new: "four words make one")
    let (first, second) = (try PageKey(passphrase), try PageKey(passphrase))
    #expect(first.salt != second.salt && first.nonce != second.nonce)
    #expect(first.salt.count == 16 && first.nonce.count == 8 && first.rounds >= 600_000)
  }

  @Test func knowsTheRightPassphraseAndNoOther() throws {
    let lock = try PageKey(try Passphrase(new: "four words make one")).lock
    #expect(try PageKey(Passphrase("four words make one"), opening: lock) != nil)
    #expect(try PageKey(Passphrase("Four words make one"), opening: lock) == nil)
    var weak = lock
    weak.rounds = 1000
    #expect(try PageKey(Passphrase("four words make one"), opening: weak) == nil)
  }

  @Test func refusesShortPassphrases() {
    #expect(throws: SnapshotError.weakPassphrase(least: 12)) { try Passphrase(new: "elevenchars") }
  }

  @Test func neverPrintsAPassphrase() {
    let passphrase = Passphrase("four words make one")
    var dumped = ""
    dump(passphrase, to: &dumped)
    #expect("\(passphrase) \(String(reflecting: passphrase)) \(dumped)".contains("four") == false)
  }

  private func key(_ passphrase: String) throws -> PageKey {
    try PageKey(
      Passphrase(passphrase), salt: (0..<16).map { UInt8($0) }, nonce: (100..<108).map { UInt8($0) }, rounds: 1000)
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
