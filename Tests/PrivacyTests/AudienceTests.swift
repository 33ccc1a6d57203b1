import Events
import Testing

@testable import Privacy

@Suite struct AudienceTests {
  private static let ada = Person(
    id: "c-1", name: "Ada Lovelace", emails: ["ada@mail.example"], phones: ["+44 20 7946 0958"],
    address: "1 High Street, Bath", externalIDs: [.init(system: "shop", id: "X-991")])

  private func view(_ treatments: [AudienceField: Treatment], key: String = "0123456789abcdef") -> PersonView {
    PersonView(
      policy: AudiencePolicy(name: "test", treatments: treatments), key: PseudonymKey(Array(key.utf8)),
      words: AudienceWords())
  }

  @Test func keepsWhatIsNotNamed() {
    #expect(view([:]).customer(AudienceTests.ada) == AudienceTests.ada)
  }

  @Test func dropsFields() {
    let seen = view([.customerName: .drop, .email: .drop, .phone: .drop, .address: .drop, .externalIDs: .drop])
      .customer(AudienceTests.ada)
    #expect(seen == Person(id: "c-1", name: "Customer"))
  }

  @Test func masksFields() {
    let seen = view([.customerName: .mask, .email: .mask, .phone: .mask, .address: .mask, .externalIDs: .mask])
      .customer(AudienceTests.ada)
    #expect(
      seen
        == Person(
          id: "c-1", name: "A. L.", emails: ["a…@….example"], phones: ["…58"], address: "…, Bath",
          externalIDs: [.init(system: "shop", id: "…91")]))
  }

  @Test func givesTheSamePseudonymUnderTheSameKeyAndNoOther() {
    let treatments: [AudienceField: Treatment] = [.customerName: .pseudonym, .customerID: .pseudonym]
    let (one, same) = (view(treatments).customer(AudienceTests.ada), view(treatments).customer(AudienceTests.ada))
    let other = view(treatments, key: "fedcba9876543210").customer(AudienceTests.ada)
    #expect(one == same)
    #expect(one.name == "Customer " + one.id)
    #expect(one.id.wholeMatch(of: #/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/#) != nil)
    #expect(one.id != other.id)
  }

  /// HMAC-SHA-256 of "customer", a zero byte and "c-1" with Python's hmac module; its first 60 bits.
  @Test func makesPseudonymsByHMAC() throws {
    let key = try #require(PseudonymKey(Array("0123456789abcdef".utf8)))
    #expect(key.bits("customer", "c-1".utf8) == 0x1F7_7102_9F71_B5F2)
  }

  @Test func tellsAgentsByTheTreatmentOfTheirNames() {
    let agent = Person(id: "a1", name: "Kim Oh", emails: ["kim@team.example"])
    #expect(view([.email: .drop]).agent(agent) == agent)
    let seen = view([.agentName: .pseudonym]).agent(agent)
    #expect(seen.emails.isEmpty && seen.name.hasPrefix("Agent ") && seen.id != "a1")
  }

  @Test func refusesAPolicyOfPseudonymsWithoutAKey() {
    #expect(throws: MissingKey.self) { try Audience(.stakeholder, key: nil) }
    #expect(throws: Never.self) { try Audience(.team, key: nil) }
  }

  @Test func takesNoShortKeyAndNeverPrintsOne() throws {
    #expect(PseudonymKey(Array("short".utf8)) == nil)
    #expect(PseudonymKey(Array("  0123456789abcde\n".utf8)) == nil)
    let key = try #require(PseudonymKey(Array("0123456789abcdef\n".utf8)))
    #expect(!"\(key) \(String(reflecting: key))".contains("0123"))
    #expect(key.bits("a", []) == PseudonymKey(Array("0123456789abcdef".utf8))?.bits("a", []))
  }

  @Test func tellsAudiencesApart() throws {
    let prints = try AudiencePolicy.builtIn.map { try Audience($0, key: .random()).fingerprint }
    #expect(Set(prints).count == prints.count)
    #expect(try Audience(.stakeholder, key: .random()).fingerprint != prints[2])
  }
}
