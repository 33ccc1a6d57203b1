/// Searches files of a finished site for what their audience may not see: values as they are written, in escapes, as
/// base64 and as hexadecimal; runs of texts as they are written and in escapes. One for each thread.
public struct LeakScanner {
  /// How much of a file is read at once, and how much of it is read again with the next piece.
  private static let piece = 1 << 20
  private static let overlap = 1 << 10
  /// How far from an escape its value may reach.
  private static let reach = 160

  private let values: ForbiddenValues
  private var shape = NumberShape()
  public private(set) var leaks: [Leak] = []
  /// Runs that may be of a text, each with where it is met first.
  public private(set) var suspects: [[UInt8]: Leak] = [:]

  public init(_ values: ForbiddenValues) { self.values = values }
}

extension LeakScanner {
  /// Searches a file's bytes; a file's name is searched as a file of its own.
  public mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    leaks.removeAll()
    suspects.removeAll()
    guard let base = bytes.baseAddress else { return }
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + LeakScanner.piece + LeakScanner.overlap)
      scan(TextBytes(base: base + start, count: end - start), at: start)
      start += LeakScanner.piece
    }
  }

  private mutating func scan(_ text: TextBytes, at start: Int) {
    find(text, .plain) { start + $0 }
    findRuns(text, .plain, at: start)
    for piece in EscapedText.pieces(text, reach: LeakScanner.reach) {
      piece.bytes.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        let decoded = TextBytes(base: base, count: bytes.count)
        find(decoded, .escaped) { _ in start + piece.start }
        findRuns(decoded, .escaped, at: start + piece.start)
      }
    }
    var encoded: [(Leak.Form, Int, [UInt8])] = []
    EncodedRuns.each(text) { form, at, bytes in encoded.append((form, at, bytes)) }
    for (form, at, bytes) in encoded {
      bytes.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        find(TextBytes(base: base, count: bytes.count), form) { _ in start + at }
      }
    }
  }
}

extension LeakScanner {
  /// - Parameter place: where a byte of the text stands in the file.
  private mutating func find(_ text: TextBytes, _ form: Leak.Form, _ place: (Int) -> Int) {
    let reader = WordReader(text: text)
    var at = 0
    while at < text.count {
      guard text.base[at].isWord else {
        if text.base[at] == UInt8(ascii: "("), text.isDigit(at + 1), isPhone(text, at) {
          add(Leak(.value(.phone), form, at: place(at)))
        }
        at += 1
        continue
      }
      let (hash, wordEnd) = reader.word(at: at)
      let end = max(wordEnd, at + 1)
      if wordEnd > at, let phrase = values.phrases.phrase(reader, hash, end: end) {
        add(Leak(.value(phrase.kind), form, at: place(at)))
      } else if text.base[at].isDigit, isPhone(text, at) {
        add(Leak(.value(.phone), form, at: place(at)))
      }
      at = end
    }
  }

  private mutating func isPhone(_ text: TextBytes, _ at: Int) -> Bool {
    guard !values.phones.isEmpty else { return false }
    shape.read(text, from: at)
    while shape.digits >= 7 {
      if values.phones.contains(shape, text) { return true }
      shape.dropLast()
    }
    return false
  }

  private mutating func findRuns(_ text: TextBytes, _ form: Leak.Form, at start: Int) {
    guard let texts = values.texts else { return }
    let plain = TextRuns.plain(Array(UnsafeBufferPointer(start: text.base, count: text.count)))
    for block in texts.suspects(in: plain) {
      for first in max(0, block - TextRuns.block)...block where first + TextRuns.least <= plain.count {
        let run = Array(plain[first..<first + TextRuns.least])
        if suspects[run] == nil { suspects[run] = Leak(.text, form, at: start + first) }
      }
    }
  }

  /// The same place is told once.
  private mutating func add(_ leak: Leak) {
    if !leaks.contains(where: { $0.offset == leak.offset && $0.kind == leak.kind }) { leaks.append(leak) }
  }
}
