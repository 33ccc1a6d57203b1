import Events
import Files
import Foundation
import TestSupport
import Testing

@testable import Privacy

@Suite struct TextRunsTests {
  /// Texts of words of very different lengths, some without any blank.
  private func text(_ numbers: inout SeededNumbers, _ words: Int) -> String {
    (0..<words).map { _ in
      let length = [1, 3, 5, 8, 13, 30, 70][numbers.below(7)]
      let letters = (0..<length).map { _ in
        numbers.below(12) == 0 ? "é" : String(UnicodeScalar(UInt8(97 + numbers.below(26))))
      }
      return letters.joined() + [" ", "  \n", ", ", "-", "/", "<b>", ""][numbers.below(7)]
    }.joined()
  }

  private func places(_ text: [UInt8]) -> (PlainText, Set<[UInt8]>) {
    var plain = PlainText()
    text.withUnsafeBufferPointer { plain.set($0) }
    let blocks = plain.places.map { Array(plain.bytes[Int($0)..<Int($0) + TextRuns.block]) }
    return (plain, Set(blocks))
  }

  /// Of any run of two blocks, one block that is looked into in the one text is looked into in the other.
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func looksIntoEveryRunInBothTexts(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    for _ in 0..<40 {
      let (plain, blocks) = places(Array(text(&numbers, 30).utf8))
      guard plain.bytes.count > TextRuns.least else { continue }
      let start = numbers.below(plain.bytes.count - TextRuns.least)
      let run = Array(plain.bytes[start..<start + TextRuns.least])
      let around = Array(text(&numbers, 3).utf8) + run + Array(text(&numbers, 3).utf8)
      let shared = places(around).1.intersection(blocks)
      let within = shared.filter { block in
        (0...TextRuns.least - TextRuns.block).contains { Array(run[$0..<$0 + TextRuns.block]) == block }
      }
      #expect(!within.isEmpty, "seed \(seed): \(String(decoding: run, as: UTF8.self))")
    }
  }

  /// Any run of two blocks of any text, wherever it stands in a file; and of what only comes near one, nothing.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func findsAnyRunOfAnyText(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let texts = (0..<40).map { _ in text(&numbers, 12) }
    let runs = TextRuns(of: try store(texts), allowing: [], jobs: 2)
    for said in texts {
      let (plain, _) = places(Array(said.utf8))
      guard plain.bytes.count > TextRuns.least else { continue }
      let start = numbers.below(plain.bytes.count - TextRuns.least)
      for length in [TextRuns.least, TextRuns.least - 1] {
        // A sign around it that no text has.
        let around = [UInt8](repeating: UInt8(ascii: "~"), count: 1 + numbers.below(140))
        let file = around + plain.bytes[start..<start + length] + around
        let (written, _) = places(file)
        let suspects = Set(runs.suspects(in: written).map { TextRuns.Suspect(written.bytes, $0) })
        let confirmed = runs.confirmed(suspects)
        let isRun = length == TextRuns.least
        #expect(confirmed.isEmpty != isRun, "seed \(seed): \(String(decoding: file, as: UTF8.self))")
      }
    }
  }

  private func store(_ texts: [String]) throws -> EventStore {
    let lines = try texts.enumerated().map { index, text in
      let event = [
        "id": "e\(index)", "customer": "c\(index % 7)", "at": "2026-01-01T10:00:00Z", "kind": "message",
        "actor": "customer", "text": text,
      ]
      return String(decoding: try JSONEncoder().encode(event), as: UTF8.self)
    }
    let source = MemoryFileSource(["events.jsonl": lines.joined(separator: "\n")])
    return try ExportReader(source: source, jobs: 2, aiActors: { _ in [] }).read([DataEntry(path: "events.jsonl")])
  }

  @Test func tellsWhereBytesCameFrom() {
    let text = Array(" \n A  b\tC".utf8)
    let (plain, _) = places(text)
    #expect(String(decoding: plain.bytes, as: UTF8.self) == "a b c")
    let origins = text.withUnsafeBufferPointer { PlainText.origins(of: [0, 1, 2, 3, 4], in: $0) }
    #expect(origins == [3, 4, 6, 7, 8])
  }
}
