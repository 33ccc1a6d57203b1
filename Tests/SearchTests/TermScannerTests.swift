import Foundation
import Search
import TestSupport
import Testing

@Suite struct TermScannerTests {
  @Test(
    arguments: [
      ("", []), ("  ,;- ", []), ("東京都", ["東京", "京都", "都"]), ("東", ["東"]),
      ("iPhoneを買う", ["iphone", "を買", "買う", "う"]), ("x東y", ["x", "東", "y"]), ("\u{0}a\u{1F}b", ["a", "b"]),
      ("½", ["½"]),
    ] as [(String, [String])])
  func cutsATextIntoTerms(text: String, terms: [String]) {
    #expect(TermScanner.terms(text) == terms, "\(text)")
  }

  /// The script of the page of search is asked the same, by the tests in a browser.
  @Test func foldsAsTheListOfTermsSays() throws {
    let path = Repository.root + "/Tests/SearchTests/Fixtures/terms.tsv"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(lines.count > 20)
    for line in lines {
      let fields = line.components(separatedBy: "\t")
      #expect(TermScanner.terms(fields[0]).joined(separator: " ") == fields[1], "\(fields[0])")
    }
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
    bytes.withUnsafeBufferPointer { bytes in
      scanner.scan(bytes) { term, _ in terms.append(String(decoding: term, as: UTF8.self)) }
    }
    #expect(terms.joined() == String(decoding: bytes.filter { (0x61...0x63).contains($0) }, as: UTF8.self))
  }
}
