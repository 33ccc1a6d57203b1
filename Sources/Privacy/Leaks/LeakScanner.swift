/// Searches files of a finished site for what their audience may not see: values as they are written, in escapes, as
/// base64 and as hexadecimal; runs of texts as they are written and in escapes. One for each thread.
public struct LeakScanner {
  /// How much of a file is read at once, so that it stays near the processor from one search to the next, and how much
  /// of it is read again with the next piece.
  private static let piece = 1 << 16
  private static let overlap = 1 << 10
  /// How far from an escape its value may reach.
  private static let reach = 160

  private let values: ForbiddenValues
  private var shape = NumberShape()
  private var plain = PlainText()
  private var decoded: [UInt8] = []
  public private(set) var leaks: [Leak] = []
  /// Places where a run of a text may stand.
  public private(set) var suspects: [LeakSuspect] = []

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
    findRuns(text, .plain) { start + $0 }
    var room: [UInt8] = []
    swap(&room, &decoded)
    EscapedText.each(text, reach: LeakScanner.reach, &room) { place, bytes in
      find(bytes, .escaped) { _ in start + place }
      findRuns(bytes, .escaped) { _ in start + place }
    }
    EncodedRuns.each(text, &room) { form, place, bytes in
      find(bytes, form) { _ in start + place }
    }
    swap(&room, &decoded)
  }
}

extension LeakScanner {
  /// - Parameter place: where a byte of the text stands in the file.
  @inline(__always)
  private mutating func find(_ text: TextBytes, _ form: Leak.Form, _ place: (Int) -> Int) {
    let reader = WordReader(text: text)
    let hasPhones = !values.phones.isEmpty
    var at = 0
    while at < text.count {
      guard text.base[at].isWord else {
        if hasPhones, text.base[at] == UInt8(ascii: "("), text.isDigit(at + 1),
          values.phoneFilter.mayBegin(text, at: at + 1), isPhone(text, at)
        {
          add(Leak(.value(.phone), form, at: place(at)))
        }
        at += 1
        continue
      }
      let (hash, wordEnd) = reader.word(at: at)
      let end = max(wordEnd, at + 1)
      if wordEnd > at, let phrase = values.phrases.phrase(reader, hash, end: end) {
        add(Leak(.value(phrase.kind), form, at: place(at)))
      } else if hasPhones, text.base[at].isDigit, values.phoneFilter.mayBegin(text, at: at), isPhone(text, at) {
        add(Leak(.value(.phone), form, at: place(at)))
      }
      at = end
    }
  }

  private mutating func isPhone(_ text: TextBytes, _ at: Int) -> Bool {
    shape.read(text, from: at)
    while shape.digits >= 7 {
      if values.phones.contains(shape, text) { return true }
      shape.dropLast()
    }
    return false
  }

  private mutating func findRuns(_ text: TextBytes, _ form: Leak.Form, _ place: (Int) -> Int) {
    guard let texts = values.texts, text.count >= TextRuns.least else { return }
    let bytes = UnsafeBufferPointer(start: text.base, count: text.count)
    plain.set(bytes)
    let found = texts.suspects(in: plain)
    guard !found.isEmpty else { return }
    for (at, origin) in zip(found, PlainText.origins(of: found, in: bytes)) {
      suspects.append(LeakSuspect(run: .init(plain.bytes, at), leak: Leak(.text, form, at: place(origin))))
    }
  }

  /// The same place is told once.
  private mutating func add(_ leak: Leak) {
    if !leaks.contains(where: { $0.offset == leak.offset && $0.kind == leak.kind }) { leaks.append(leak) }
  }
}
