import TestSupport
import Testing

@testable import Privacy

/// A text, and what it is to become.
struct Redacted: Sendable, CustomTestStringConvertible {
  let text: String
  let clean: String

  init(_ text: String, _ clean: String) {
    self.text = text
    self.clean = clean
  }

  /// A text that stays as it is.
  init(unchanged text: String) { self.init(text, text) }

  var testDescription: String { text }

  func check(_ rules: RedactionRules = RedactionRules(), sourceLocation: SourceLocation = #_sourceLocation) {
    var redactor = Redactor(rules)
    var bytes = Array(text.utf8)
    redactor.redact(&bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == clean, sourceLocation: sourceLocation)
  }
}

@Suite struct RedactorTests {
  @Test(arguments: [
    Redacted("Write to ann.lee+shop@mail.example.com, please.", "Write to [email], please."),
    Redacted("<mailto:O'Neil_9@x-y.example>", "<mailto:[email]>"),
    Redacted("jürgen@müller.example and 陳@例え.テスト", "[email] and [email]"),
    Redacted("Meet @ noon; a@b; @name; x@y.1", "Meet @ noon; a@b; @name; x@y.1"),
    Redacted("ends with a@b.example.", "ends with [email]."),
  ])
  func findsMailAddresses(_ example: Redacted) { example.check() }

  @Test(arguments: [
    Redacted("4111 1111 1111 1111", "[card]"), Redacted("card 4111-1111-1111-1111 12/27", "card [card] 12/27"),
    Redacted("5500005555555559!", "[card]!"), Redacted("3782 822463 10005", "[card]"),
    Redacted("no card 4111 1111 1111 1112", "no card 4111 1111 1111 1112"),
    Redacted("2 4111 1111 1111 1111", "2 [card]"),
  ])
  func findsPaymentCardsThatCheck(_ example: Redacted) { example.check() }

  @Test(arguments: [
    Redacted("IBAN DE89 3704 0044 0532 0130 00.", "IBAN [iban]."), Redacted("gb82west12345698765432", "[iban]"),
    Redacted("FR14 2004 1010 0505 0001 3M02 606 bitte", "[iban] bitte"),
    Redacted("NO93-8601-1117-947", "[iban]"), Redacted("DE88 3704 0044 0532 0130 00", "DE88 3704 0044 0532 0130 00"),
  ])
  func findsAccountNumbersThatCheck(_ example: Redacted) { example.check() }

  @Test(arguments: [
    Redacted("SSN 123-45-6789", "SSN [ssn]"), Redacted("123 45 6789,", "[ssn],"),
    Redacted("000-12-3456 666-12-3456 900-12-3456", "000-12-3456 666-12-3456 900-12-3456"),
  ])
  func findsSocialSecurityNumbersOfRangesGivenOut(_ example: Redacted) { example.check() }

  @Test(arguments: [
    Redacted("from 203.0.113.7.", "from [ip]."), Redacted("203.0.113.7:8080", "[ip]:8080"),
    Redacted("2001:db8::8a2e:370:7334 and ::1", "[ip] and [ip]"),
    Redacted("2001:0db8:85a3:0000:0000:8a2e:0370:7334", "[ip]"), Redacted("::ffff:192.0.2.128", "[ip]"),
    Redacted("at 10:30:45, 1.2.3, 256.1.1.1", "at 10:30:45, 1.2.3, 256.1.1.1"),
  ])
  func findsAddressesOfMachines(_ example: Redacted) { example.check() }

  /// Signs beyond ASCII that are no letters end a value as those of ASCII do; letters do not.
  @Test(arguments: [
    Redacted("„4111 1111 1111 1111“", "„[card]“"), Redacted("“203.0.113.7”…", "“[ip]”…"),
    Redacted("«DE89370400440532013000»", "«[iban]»"), Redacted("„123-45-6789“", "„[ssn]“"),
    Redacted("„ann@mail.example“", "„[email]“"), Redacted("“+1 415 555 2671”", "“[phone]”"),
    Redacted("„https://ann:secret@shop.example/x“", "„[url]“"), Redacted("、203.0.113.7。", "、[ip]。"),
    Redacted("203.0.113.7é", "203.0.113.7é"), Redacted("123-45-6789ª", "123-45-6789ª"),
  ])
  func findsValuesInQuotesOfAnyKind(_ example: Redacted) { example.check() }

  @Test(arguments: [
    Redacted("4111-1111-1111-1111 (36734562155251)", "[card] ([card])"), Redacted("SSN 007-83-2384", "SSN [ssn]"),
    Redacted("chapter 3.1.0.6, not 10.1.0.6", "chapter 3.1.0.6, not [ip]"),
  ])
  func tellsNumbersApart(_ example: Redacted) { example.check() }

  @Test(arguments: [
    Redacted("https://shop.example/i/ywwEfCerBvGdvzrmtrumxgeg", "[url]"),
    Redacted("https://shop.example/i/KDrADywnchgFhHzuhxBhmQRw", "[url]"),
    Redacted("https://shop.example/i/mJmyGAu9AwAnw4aAaBrueDtd", "[url]"),
    Redacted(unchanged: "https://shop.example/ThisIsAPathInCamelCase"),
    Redacted(unchanged: "https://shop.example/iPhone5ProMaxCaseBlueXL"),
    Redacted(unchanged: "https://shop.example/internationalization/Geschirrspuelmaschinen"),
    Redacted(unchanged: "https://shop.example/a-page-with-a-very-long-name"),
  ])
  func findsLinksWithTokensOfLettersAlone(_ example: Redacted) { example.check() }

  @Test(arguments: [
    Redacted("+49 (0)30 / 123 45-67", "[phone]"), Redacted("+1 415 555 2671", "[phone]"),
    Redacted("Call (415) 555-2671 now", "Call [phone] now"), Redacted("415-555-2671", "[phone]"),
    Redacted("415.555.2671", "[phone]"), Redacted("4155552671", "[phone]"), Redacted("1-415-555-2671", "[phone]"),
    Redacted("0044 20 7946 0958", "[phone]"), Redacted("020 7946 0958", "[phone]"),
    Redacted("06 12 34 56 78", "[phone]"), Redacted("612 345 678", "[phone]"), Redacted("98765 43210", "[phone]"),
    Redacted("+81-90-1234-5678", "[phone]"), Redacted("11 91234-5678", "[phone]"),
    Redacted("+33\u{A0}6\u{A0}12\u{A0}34\u{A0}56\u{A0}78", "[phone]"),
  ])
  func findsTelephoneNumbers(_ example: Redacted) { example.check() }

  @Test(arguments: [
    "lot 008748-37", "2026-11-23", "23.11.2026", "01.02.2026", "11/23/2026", "12:30", "1,234.56 EUR", "1 234 567",
    "order 1234567",
    "0.123456789", "15 000 000", "version 10.2.1", "3 x 100", "20261123", "5 to 10", "2026-11-23 10:30",
  ])
  func leavesDatesAmountsAndPlainNumbers(_ text: String) { Redacted(text, text).check() }

  @Test(arguments: [
    Redacted("https://ann:secret@shop.example/x", "[url]"),
    Redacted("(https://shop.example/reset?token=abc)", "([url])"),
    Redacted("see shop.example/r?accessToken=1 now", "see [url] now"),
    Redacted("https://shop.example/i/9f8a7b6c5d4e3f2a1b0c", "[url]"),
    Redacted("https://shop.example/blue-shirt?size=12", "https://shop.example/blue-shirt?size=12"),
    Redacted("and/or, 1/2, w/o", "and/or, 1/2, w/o"),
  ])
  func findsLinksThatLetIn(_ example: Redacted) { example.check() }

  @Test func leavesKindsThatAreNotAskedFor() {
    var rules = RedactionRules()
    rules.kinds = [.email]
    Redacted("a@b.example 203.0.113.7", "[email] 203.0.113.7").check(rules)
  }

  @Test func findsTheSitesOwnNumbers() throws {
    var rules = RedactionRules()
    rules.masks = [try #require(NumberMask("ORD-####*")), try #require(NumberMask("@@##??"))]
    Redacted("Ord-123456, ord-12, xy12b3, xy12b34", "[order], ord-12, [order], xy12b34").check(rules)
  }

  @Test func findsKnownPeopleInAnyCaseAndWithoutAccents() {
    var rules = RedactionRules()
    rules.phrases.add(name: "José María Núñez")
    rules.phrases.add("ann@localhost", .email)
    rules.phrases.add("c-00 12/x9", .id)
    rules.phrases.seal()
    rules.phones.add("+44 20 7946 0958")
    Redacted("JOSE MARIA NUNEZ; núñez, josé", "[name]; [name]").check(rules)
    Redacted("Jose\u{301} Nu\u{301}n\u{303}ez", "[name]").check(rules)
    Redacted("Ann@Localhost C-00 12/X9 José", "[email] [id] José").check(rules)
    Redacted("7946 0958 or 2079460958", "7946 0958 or [phone]").check(rules)
  }

  /// Names in a row, of which the first could go on with the next one's first word.
  @Test func tellsValuesApartThatOverlap() {
    var rules = RedactionRules()
    for name in ["Zoé Benoît d'Aubigné", "Benoît Maïga", "Chloé Aurélie Brun", "Ada Brun", "Brun Ada Lee"] {
      rules.phrases.add(name: name)
    }
    rules.phrases.seal()
    Redacted("about d'Aubigné, Zoé (Benoit Maiga).", "about [name]).").check(rules)
    Redacted("Brun, Chloé (Aurelie+shop@mail.example)", "[name] ([email])").check(rules)
    Redacted("Ada Brun Ada Lee!", "[name]!").check(rules)
    Redacted("4111 1111 1111 1111@mail.example", "[card] [email]").check()
  }

  @Test func findsTheFirstNameOfWhomTheTextsAreOf() {
    var redactor = Redactor(RedactionRules())
    redactor.begin(person: "Zoë van Dyk")
    var text = Array("Hi ZOE, van in Dyk?".utf8)
    redactor.redact(&text)
    #expect(String(decoding: text, as: UTF8.self) == "Hi [name], [name] in [name]?")
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func takesAnyBytes(_ seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let signs = Array("0123456789 +-./()@:?=abzAZ\u{E9}\u{4E00}%&\n".utf8) + [0xFF, 0xC2, 0xE2, 0xF0]
    var redactor = Redactor(RedactionRules())
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0..<60, using: &random)).map { _ in signs.randomElement(using: &random) ?? 0 }
      let found = text.withUnsafeBufferPointer { redactor.findings(in: $0) }
      for finding in found { #expect(!finding.range.isEmpty && finding.range.upperBound <= text.count, "seed \(seed)") }
      for (one, next) in zip(found, found.dropFirst()) {
        #expect(one.range.upperBound <= next.range.lowerBound, "seed \(seed), \(text)")
      }
    }
  }
}
