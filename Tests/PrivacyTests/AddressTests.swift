import Privacy
import Testing

@Suite struct AddressTests {
  /// The expected names are Python's: `base64.b32encode(sha256(b"k\0brand\0customer\0id").digest())[:12].lower()`.
  @Test(
    arguments: [
      (.conversation, "", "20417", "conversation-1", "ylk2cxmsnyl2", "c-ylk2cxmsnyl2"),
      (.session, "acme", "20417", "x", "5s2b4swb44cy", "s-5s2b4swb44cy"),
      (.contact, "acme", "kunde@example.org", "gröẞe", "b6y4us6v7kln", "k-b6y4us6v7kln"),
      (.event, "b", "a", "call-1#answered", "smw37seh3iqd", "e-smw37seh3iqd"),
      (.timeline, "acme-outlet", "20417", "", "qnjkv3y32ood", "t-qnjkv3y32ood"),
      (.timeline, "", "", "", "rnzfk7z4s4ro", "t-rnzfk7z4s4ro"),
    ] as [(Address.Kind, String, String, String, String, String)])
  func isTheHashOfKindBrandCustomerAndId(
    kind: Address.Kind, brand: String, customer: String, id: String, text: String, anchor: String
  ) {
    let address = Audience.everyone.address(kind, brand: brand, customer: customer, id: id.utf8)
    #expect(address.text == text)
    #expect(address.anchor == anchor)
    #expect(address.page == "timelines/\(text.prefix(2))/\(text).html")
    var bytes = Array("<".utf8)
    address.write(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "<" + text)
  }

  @Test func takesTimelineWithoutId() {
    #expect(Audience.everyone.address(.timeline, brand: "acme-outlet", customer: "20417").text == "qnjkv3y32ood")
  }

  /// The zero bytes keep the parts apart: what moves from one part into the next makes another address.
  @Test func keepsPartsApart() {
    let parts = [
      ("ab", "c", "d"), ("a", "bc", "d"), ("a", "b", "cd"), ("", "abc", "d"), ("abcd", "", ""), ("a", "bcd", ""),
    ]
    let kinds: [Address.Kind] = [.conversation, .session, .contact, .event, .timeline]
    let addresses = kinds.flatMap { kind in
      parts.map { Audience.everyone.address(kind, brand: $0.0, customer: $0.1, id: $0.2.utf8) }
    }
    #expect(Set(addresses).count == kinds.count * parts.count)
    #expect(Set(addresses.map(\.text)).count == kinds.count * parts.count)
  }

  @Test func isTheSameEveryTime() {
    func address() -> Address { Audience.everyone.address(.event, brand: "a", customer: "b", id: "c".utf8) }
    #expect(address() == address())
    #expect(Set([address(), address()]).count == 1)
  }

  @Test func usesOnlyLettersOfTheAlphabet() {
    let alphabet = Set("abcdefghijklmnopqrstuvwxyz234567")
    var seen: Set<Character> = []
    for id in 0..<200 {
      let text = Audience.everyone.address(.event, brand: "b", customer: "c", id: "\(id)".utf8).text
      #expect(text.count == 12)
      seen.formUnion(text)
    }
    #expect(seen == alphabet)
  }
}
