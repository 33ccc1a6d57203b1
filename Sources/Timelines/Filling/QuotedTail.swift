/// Finds the earlier messages that a mail repeats below its own text.
///
/// Only what runs to the end counts, and only marks that people do not write themselves: lines that begin with `>`, the
/// line `On …, … wrote:` above them or above the rest, `-----Original Message-----`, and a block of `From:` and `Sent:`
/// or `Date:`. A mail that is nothing but a quotation has none.
public enum QuotedTail {
  /// Where the tail begins; nil if there is none.
  public static func start(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    // A single line is all the writer's own.
    guard text.contains(0x0A) else { return nil }
    let lines = Lines(text)
    let found = [lines.firstMark, lines.quotedRun].compactMap { $0 }.min()
    return found.flatMap { lines.hasText(before: $0) ? $0 : nil }
  }
}

/// A text's lines by where they begin and end.
private struct Lines {
  let text: UnsafeBufferPointer<UInt8>
  private var ranges: [Range<Int>] = []

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    var start = 0
    for (index, byte) in text.enumerated() where byte == 0x0A {
      ranges.append(start..<index)
      start = index + 1
    }
    if start < text.count { ranges.append(start..<text.count) }
  }
}

extension Lines {
  /// The first line from which on everything is an earlier message.
  var firstMark: Int? {
    for (index, range) in ranges.enumerated() {
      let line = trimmed(range)
      guard line.count >= 5 else { continue }
      if isDashes(line) || isHeaderBlock(at: index, line) || isIntroduction(line) && introducesAll(after: index) {
        return range.lowerBound
      }
    }
    return nil
  }

  /// The run of `>` and empty lines that reaches the end, with the line that introduces it.
  var quotedRun: Int? {
    var first: Int?
    var index = ranges.count - 1
    while index >= 0 {
      let line = trimmed(ranges[index])
      if line.first == UInt8(ascii: ">") { first = index } else if !line.isEmpty { break }
      index -= 1
    }
    guard let first else { return nil }
    if index >= 0, isIntroduction(trimmed(ranges[index])) { return ranges[index].lowerBound }
    return ranges[first].lowerBound
  }

  func hasText(before end: Int) -> Bool { text[..<end].contains { $0 > 0x20 } }
}

extension Lines {
  private func trimmed(_ range: Range<Int>) -> Slice<UnsafeBufferPointer<UInt8>> {
    var line = text[range]
    while let last = line.last, last <= 0x20 { line = line.dropLast() }
    return line.drop { $0 <= 0x20 }
  }

  /// `-----Original Message-----`.
  private func isDashes(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    line.starts(with: "-----".utf8) && contains(line, "original message") && line.count < 60
  }

  /// `On Thu, 18 Sep 2025 at 10:00, Josephine Adeyemi wrote:`.
  private func isIntroduction(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    line.count < 250 && line.starts(with: "On ".utf8) && line.suffix(6).elementsEqual("wrote:".utf8)
      && line.contains { (0x30...0x39).contains($0) }
  }

  /// Whether an introduction stands by itself above text without `>`: then all of that is the earlier message. Where
  /// `>` follows, `quotedRun` decides, since an answer may stand below it.
  private func introducesAll(after index: Int) -> Bool {
    guard isBlank(index - 1) else { return false }
    let next = ranges[(index + 1)...].lazy.map { trimmed($0) }.first { !$0.isEmpty }
    return next.map { $0.first != UInt8(ascii: ">") } ?? false
  }

  private func isBlank(_ index: Int) -> Bool { index < 0 || trimmed(ranges[index]).isEmpty }

  /// `From:` with `Sent:` or `Date:` and `To:` or `Subject:` in the next four lines.
  private func isHeaderBlock(at index: Int, _ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard line.starts(with: "From: ".utf8), isBlank(index - 1) else { return false }
    let next = ranges[(index + 1)...].prefix(4).map { trimmed($0) }
    let hasTime = next.contains { $0.starts(with: "Sent:".utf8) || $0.starts(with: "Date:".utf8) }
    return hasTime && next.contains { $0.starts(with: "To:".utf8) || $0.starts(with: "Subject:".utf8) }
  }

  /// Without regard to the case of ASCII letters; `words` are in lower case.
  private func contains(_ line: Slice<UnsafeBufferPointer<UInt8>>, _ words: String) -> Bool {
    let lowered = line.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let pattern = Array(words.utf8)
    guard lowered.count >= pattern.count else { return false }
    return (0...lowered.count - pattern.count).contains { lowered[$0..<$0 + pattern.count].elementsEqual(pattern) }
  }
}
