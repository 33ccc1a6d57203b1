import Foundation
import Search
import TestSupport
import Testing

@Suite struct TermScannerTests {
  @Test(arguments: [
    ("", []), ("  ,;- ", []), ("Where is my coat?", ["where", "is", "my", "coat"]), ("don't", ["don", "t"]),
    ("a1-b2_c3", ["a1", "b2", "c3"]), ("Ünï Cafe\u{301} ÉCOLE", ["uni", "cafe", "ecole"]),
    ("Straße Æsir œuvre Øre Łódź ıI", ["strasse", "aesir", "oeuvre", "ore", "lodz", "ii"]),
    ("ΣΊΣΥΦΟΣ ὈΔΥΣΣΕΎΣ", ["σισυφοσ", "οδυσσευσ"]), ("Ёлка й Київ", ["елка", "и", "киив"]),
    ("Ａｂｃ１ ﬁn", ["abc1", "fin"]), ("नमस्ते", ["नमस्ते"]), ("שָׁלוֹם", ["שָׁלוֹם"]), ("한국어 말", ["한국어", "말"]),
    ("東京都", ["東京", "京都", "都"]), ("東", ["東"]), ("iPhoneを買う", ["iphone", "を買", "買う", "う"]),
    ("x東y", ["x", "東", "y"]), ("a\u{FE0F}b", ["ab"]), ("🙂ok🙂", ["ok"]), ("\u{0}a\u{1F}b", ["a", "b"]),
    ("½ x² ①", ["½", "x2", "①"]),
  ] as [(String, [String])])
  func cutsATextIntoTerms(text: String, terms: [String]) {
    #expect(TermScanner.terms(text) == terms, "\(text)")
  }

  @Test(arguments: [
    ("  C-001 /x\t y ", "c-001 /x y"), ("Änne@Example.ORG", "anne@example.org"), ("", ""), ("\n", ""),
    ("<b>&`${x}", "<b>&`${x}"),
  ])
  func keepsAWholeIdAsOneTerm(text: String, key: String) { #expect(TermScanner.key(text) == key) }

  @Test func leavesOutWordsOfMessagesThatNobodyTypes() {
    let text = Array(("a" + String(repeating: "b", count: 64) + " " + String(repeating: "c", count: 64)).utf8)
    var terms: [Int] = []
    var scanner = TermScanner()
    text.withUnsafeBufferPointer { scanner.scan($0) { term, _ in terms.append(term.count) } }
    #expect(terms == [64])
  }

  @Test(arguments: [[0xFF], [0x61, 0xC3], [0xE3, 0x81], [0xF5, 0x80, 0x80, 0x80, 0x62], [0xED, 0xA0, 0x80, 0x63]])
  func readsBytesThatAreNoText(bytes: [UInt8]) {
    var scanner = TermScanner()
    var terms: [String] = []
    bytes.withUnsafeBufferPointer { scanner.scan($0) { term, _ in terms.append(String(decoding: term, as: UTF8.self)) } }
    #expect(terms.joined() == String(decoding: bytes.filter { (0x61...0x63).contains($0) }, as: UTF8.self))
  }
}
