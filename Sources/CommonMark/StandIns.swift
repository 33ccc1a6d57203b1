import Diagnostics

/// What stands for the live numbers of a page while it is parsed: a mark, the number's number, the mark again.
struct StandIns {
  private let path: String
  private var lives: [(live: Live, isClosed: Bool)] = []

  init(path: String) { self.path = path }

  /// U+FDD0, a noncharacter: libcmark and our escaping pass it on, and take it for part of a word.
  private static let mark: [UInt8] = [0xEF, 0xB7, 0x90]
}

extension StandIns {
  /// Appends a line with stand-ins for its numbers, and for braces that open none: they are wrong in words only.
  mutating func replace(_ line: UnsafeBufferPointer<UInt8>, line number: Int, into text: inout [UInt8]) {
    let line = Array(line).replacing(StandIns.mark, with: Array("\u{FFFD}".utf8))
    var start = 0
    for find in LiveScanner(line).finds() {
      guard let range = find.stretch else { continue }
      text += line[start..<range.lowerBound] + StandIns.mark + Array(String(lives.count).utf8) + StandIns.mark
      let column = String(decoding: line[..<range.lowerBound], as: UTF8.self).count + 1
      let place = Place(path: path, line: number, column: column, text: String(decoding: line, as: UTF8.self))
      lives.append((Live(source: String(decoding: line[range], as: UTF8.self), place: place), find == .live(range)))
      start = range.upperBound
    }
    text += line[start...]
  }

  subscript(_ number: Int) -> Live { lives[number].live }

  func isClosed(_ number: Int) -> Bool { lives[number].isClosed }

  /// A text taken apart at its stand-ins; never empty. An author's entities can write marks too, which mean nothing.
  func stretches(of bytes: [UInt8]) -> [(bytes: ArraySlice<UInt8>, number: Int?)] {
    var stretches: [(bytes: ArraySlice<UInt8>, number: Int?)] = []
    var start = 0
    var index = 0
    while let begin = bytes[index...].firstRange(ofMark: StandIns.mark) {
      index = begin.upperBound
      guard let (number, end) = number(at: index, in: bytes) else { continue }
      if begin.lowerBound > start { stretches.append((bytes[start..<begin.lowerBound], nil)) }
      stretches.append((bytes[begin.lowerBound..<end], number))
      (start, index) = (end, end)
    }
    if start < bytes.count || stretches.isEmpty { stretches.append((bytes[start...], nil)) }
    return stretches
  }

  func numbers(in text: some Collection<UInt8>) -> [Int] {
    text.contains(StandIns.mark[0]) ? stretches(of: Array(text)).compactMap(\.number) : []
  }

  /// The text as it was written; nil if it has no stand-in.
  func restored(_ text: String) -> String? {
    guard !numbers(in: text.utf8).isEmpty else { return nil }
    let bytes = stretches(of: Array(text.utf8)).flatMap { stretch in
      stretch.number.map { Array(lives[$0].live.source.utf8) } ?? Array(stretch.bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension StandIns {
  /// The number that begins here and ends at a mark, and what is behind that.
  private func number(at start: Int, in bytes: [UInt8]) -> (number: Int, end: Int)? {
    let digits = bytes[start...].prefix { (0x30...0x39).contains($0) }
    guard let number = Int(String(decoding: digits, as: UTF8.self)), lives.indices.contains(number),
      bytes[digits.endIndex...].starts(with: StandIns.mark)
    else { return nil }
    return (number, digits.endIndex + StandIns.mark.count)
  }
}

extension LiveScanner.Find where Bytes == [UInt8] {
  /// What a stand-in takes the place of.
  fileprivate var stretch: Range<Int>? {
    switch self {
    case .live(let range), .unclosed(let range): range
    case .escape: nil
    }
  }
}

extension Collection<UInt8> {
  fileprivate func firstRange(ofMark mark: [UInt8]) -> Range<Index>? {
    var index = startIndex
    while let found = self[index...].firstIndex(of: mark[0]) {
      if self[found...].starts(with: mark) { return found..<self.index(found, offsetBy: mark.count) }
      index = self.index(after: found)
    }
    return nil
  }
}
