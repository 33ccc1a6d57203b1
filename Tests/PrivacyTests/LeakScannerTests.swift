import Foundation
import TestSupport
import Testing

@testable import Privacy

/// A value in some writing, and what is to be told of it.
struct Seeded: Sendable, CustomTestStringConvertible {
  let text: String
  let kind: PersonalKind
  let form: Leak.Form

  init(_ text: String, _ kind: PersonalKind, _ form: Leak.Form = .plain) {
    self.text = text
    self.kind = kind
    self.form = form
  }

  var testDescription: String { text }
}

@Suite struct LeakScannerTests {
  private static let values: ForbiddenValues = {
    var values = ForbiddenValues()
    values.phrases.add("Zoë O'Brien-Müller", .name)
    values.phrases.add("zoe+x@mail.example", .email)
    values.phrases.add("cust-90001", .id)
    values.phrases.add("12 Elm Row, Bath", .address)
    values.phones.add("+44 20 7946 0958")
    values.seal()
    return values
  }()

  private func leaks(_ text: String) -> [Leak] {
    var scanner = LeakScanner(LeakScannerTests.values)
    Array(text.utf8).withUnsafeBufferPointer { scanner.scan($0) }
    return scanner.leaks
  }

  @Test(arguments: [
    Seeded("<p title=\"Zoë O'Brien-Müller\">", .name), Seeded("<!-- ZOË O'BRIEN-MÜLLER -->", .name),
    Seeded("zoe-o-brien-muller.html", .name), Seeded("<title>Zoe O’Brien–Muller</title>", .name),
    Seeded("Zoe\u{308} O'Brien Mu\u{308}ller", .name), Seeded("a,\"Zoë O'Brien-Müller\",1", .name),
    Seeded("Zo&euml; &#x5A;o&#xEB; O&#39;Brien-M&#252;ller", .name, .escaped),
    Seeded("?q=Zo%C3%AB%20O%27Brien-M%C3%BCller", .name, .escaped),
    Seeded(#"{"n":"Zo\u00eb O\u0027Brien-M\u00fcller"}"#, .name, .escaped),
    Seeded("Wm/DqyBPJ0JyaWVuLU3DvGxsZXI=", .name, .base64),
    Seeded("5a6fc3ab204f27427269656e2d4dc3bc6c6c6572", .name, .hex),
    Seeded("mailto:zoe+x@mail.example", .email), Seeded("ZOE+X@MAIL.EXAMPLE", .email),
    Seeded("zoe&#43;x&#64;mail.example", .email, .escaped), Seeded("zoe%2Bx%40mail%2Eexample", .email, .escaped),
    Seeded(#"zoe\u002bx\u0040mail.example"#, .email, .escaped),
    Seeded("data:text/plain;base64,em9lK3hAbWFpbC5leGFtcGxl", .email, .base64),
    Seeded("7A6F652B78406D61696C2E6578616D706C65", .email, .hex),
    Seeded("<svg><title>cust-90001</title>", .id), Seeded("/customers/cust-90001.csv", .id),
    Seeded("cust%2D90001", .id, .escaped), Seeded("Y3VzdC05MDAwMQ", .id, .base64),
    Seeded("637573742d3930303031", .id, .hex),
    Seeded("tel:+442079460958", .phone), Seeded("(020) 7946-0958", .phone), Seeded("0044 20 7946 0958", .phone),
    Seeded("%2B44%2020%207946%200958", .phone, .escaped), Seeded("KzQ0IDIwIDc5NDYgMDk1OA==", .phone, .base64),
    Seeded("12 Elm Row, Bath", .address), Seeded("12&nbsp;Elm Row,&#x20;Bath", .address, .escaped),
    Seeded("MTIgRWxtIFJvdywgQmF0aA==", .address, .base64),
  ])
  func findsAValueInAnyWriting(_ seeded: Seeded) {
    let found = leaks("before " + seeded.text + " after")
    #expect(found.contains { $0.kind == .value(seeded.kind) && $0.form == seeded.form }, "\(found)")
  }

  @Test(arguments: [
    "Zoe Brien", "cust-900012", "accust-90001", "zoe@mail.example", "1 207 946 0950", "12 Elm Rows",
    "Zoë\nO'Brien-Müller",
    "c3RpbGwgbm90aGluZw==", "The quick brown fox: 12345678901234567890 &amp; %20 \\u0041",
  ])
  func leavesWhatIsNoValue(_ text: String) { #expect(leaks(text) == []) }

  /// At any place within longer runs, whatever stands around.
  @Test func findsEncodedValuesWithinOthers() {
    for (text, kind) in [("zoe+x@mail.example", PersonalKind.email), ("Zoë O'Brien-Müller", .name)] {
      for before in Array(0..<9) + [40, 41, 42, 43, 88, 90] {
        let whole = String(repeating: "x", count: before) + " " + text + " yy"
        for form in [Data(whole.utf8).base64EncodedString(), Data(whole.utf8).map { String($0, radix: 16) }.joined()] {
          #expect(leaks("a/" + form + "/b").contains { $0.kind == .value(kind) }, "\(whole) as \(form)")
        }
      }
    }
  }

  /// Against a scanner that looks closely at every word: values, and pieces of them, at any place within blocks.
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func findsWhatASlowerScannerFinds(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let pieces = [
      "Zoë", "Zoe", "ZOE", "O'Brien", "O’Brien", "Müller", "muller", "Mu\u{308}ller", "zoe+x@mail", ".example", "cust",
      "90001", "12", "Elm", "Row", "Bath", "+44", "(020)", "20", "7946", "0958", "07946 0958", "2079460958", "x",
      "é", "·", "…", "日本", "\u{ff}", "abcdefghij", "supercalifragilistic", "0", "\u{a0}",
    ]
    let joints = [" ", " ", "-", "", ", ", "  ", " – ", "\n", ".", "<b>", "\u{a0}", "    ", "(", ") "]
    for _ in 0..<400 {
      var text = String(repeating: "y ", count: numbers.below(40))
      for _ in 0..<numbers.below(60) {
        text += pieces[numbers.below(pieces.count)] + joints[numbers.below(joints.count)]
      }
      let found = leaks(text).filter { $0.form == .plain }.sorted { $0.offset < $1.offset }
      #expect(found == closely(text), "seed \(seed): \(text)")
    }
  }

  private func closely(_ text: String) -> [Leak] {
    let values = LeakScannerTests.values
    var found: [Leak] = []
    var shape = NumberShape()
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      let text = TextBytes(base: base, count: bytes.count)
      let reader = WordReader(text: text)
      var at = 0
      while at < text.count {
        let (hash, end) = reader.word(at: at)
        var kind = end > at ? values.phrases.phrase(reader, hash, end: end)?.kind : nil
        // Behind a bracket that belongs to a number, the number is not told again.
        let isTold = found.last?.offset == at - 1 && text[at - 1] == UInt8(ascii: "(")
        if kind == nil, !isTold, text.isDigit(at) || text[at] == UInt8(ascii: "(") && text.isDigit(at + 1) {
          shape.read(text, from: at)
          while shape.digits >= 7, kind == nil {
            if values.phones.contains(shape, text) { kind = .phone }
            shape.dropLast()
          }
        }
        if let kind { found.append(Leak(.value(kind), .plain, at: at)) }
        at = max(end, at + 1)
      }
    }
    return found
  }

  @Test func tellsWhere() {
    #expect(leaks("abc\nis cust-90001.") == [Leak(.value(.id), .plain, at: 7)])
  }

  @Test func findsAValueAcrossPieces() {
    for shift in [0, 3, 9, 1020, 1024] {
      let text = String(repeating: "x ", count: (1 << 19) - 8 + shift / 2) + "zoe+x@mail.example"
      #expect(leaks(text).contains { $0.kind == .value(.email) }, "\(shift)")
    }
  }

  @Test func allowsNamesThatAreWordsOfTheSite() {
    var values = ForbiddenValues()
    values.phrases.add("Grace", .name)
    values.phrases.add("Grace Hopper", .name)
    values.phrases.seal()
    values.phrases.remove(words: [WordReader.hash("grace")])
    var scanner = LeakScanner(values)
    Array("Grace; Grace Hopper".utf8).withUnsafeBufferPointer { scanner.scan($0) }
    #expect(scanner.leaks == [Leak(.value(.name), .plain, at: 7)])
  }
}

extension WordReader {
  fileprivate static func hash(_ word: String) -> PhraseHash {
    Array(word.utf8).withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { WordReader(text: TextBytes(base: $0, count: bytes.count)).word(at: 0).hash }
        ?? PhraseHash()
    }
  }
}
