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
    let classes = ByteClasses.all(of: text)
    var room: [UInt8] = []
    swap(&room, &decoded)
    find(text, classes, .plain) { start + $0 }
    findRuns(text, .plain) { start + $0 }
    EscapedText.each(text, classes, reach: LeakScanner.reach, &room) { place, bytes in
      find(bytes, ByteClasses.all(of: bytes), .escaped) { _ in start + place }
      findRuns(bytes, .escaped) { _ in start + place }
    }
    EncodedRuns.each(text, classes, &room) { form, place, bytes in
      find(bytes, ByteClasses.all(of: bytes), form) { _ in start + place }
    }
    swap(&room, &decoded)
  }
}

extension LeakScanner {
  /// Looks at each word's first eight letters, and closer where a value may begin with them. Where signs beyond ASCII
  /// stand in a word or at one, each of its letters' runs is looked at closer.
  /// - Parameters:
  ///   - classes: of the text.
  ///   - place: where a byte of the text stands in the file.
  private mutating func find(
    _ text: TextBytes, _ classes: [ByteClasses], _ form: Leak.Form, _ place: (Int) -> Int
  ) {
    let hasPhones = !values.phones.isEmpty
    let numberBits: UInt64 = 1 << UInt64(PhoneFilter.least) - 1
    // The last word of ASCII, and its first letters.
    var (last, lastLetters) = (-1, UInt64(0))
    var carry: UInt64 = 0
    for block in 0..<max(0, classes.count - 1) {
      let (these, next) = (classes[block], classes[block + 1])
      var starts = these.words & ~(these.words << 1 | carry)
      carry = these.words >> 63
      while starts != 0 {
        let bit = starts.trailingZeroBitCount
        let at = block * ByteClasses.width + bit
        starts &= starts - 1
        let run = ByteClasses.run(these.words, next.words, from: bit)
        let wide = ByteClasses.run(these.wide, next.wide, from: bit)
        if wide & (run ^ (run &+ 1)) != 0 || run == ~0 || at + 8 > text.count {
          if last >= 0 { look(text, at: last, form, place) }
          last = -1
          lookClosely(text, from: at, form, place)
          continue
        }
        let kept = ~0 &>> (64 &- UInt64(min(8, (~run).trailingZeroBitCount)) &* 8)
        let letters = (EightBytes(text, at: at).bytes | 0x2020_2020_2020_2020) & kept
        if values.phrases.beginnings.mayBegin(letters) { look(text, at: at, form, place) }
        if last >= 0, values.phrases.beginnings.mayBegin(lastLetters, letters) { look(text, at: last, form, place) }
        (last, lastLetters) = (at, letters)
        if hasPhones, ByteClasses.run(these.numbers, next.numbers, from: bit) & numberBits == numberBits,
          text.base[at].isDigit
        {
          lookForPhone(text, at: at, form, place)
        }
      }
    }
  }

  /// Looks for a phrase that begins with a word.
  private mutating func look(_ text: TextBytes, at: Int, _ form: Leak.Form, _ place: (Int) -> Int) {
    let reader = WordReader(text: text)
    let (hash, end) = reader.word(at: at)
    if end > at, let phrase = values.phrases.phrase(reader, hash, end: end) {
      add(Leak(.value(phrase.kind), form, at: place(at)))
    }
  }

  private mutating func lookForPhone(_ text: TextBytes, at: Int, _ form: Leak.Form, _ place: (Int) -> Int) {
    guard values.phoneFilter.mayBegin(text, at: at) else { return }
    if text[at - 1] == UInt8(ascii: "("), isPhone(text, at - 1) {
      add(Leak(.value(.phone), form, at: place(at - 1)))
    } else if isPhone(text, at) {
      add(Leak(.value(.phone), form, at: place(at)))
    }
  }

  /// Looks at all words of a run of letters, digits and signs beyond ASCII.
  private mutating func lookClosely(_ text: TextBytes, from start: Int, _ form: Leak.Form, _ place: (Int) -> Int) {
    let reader = WordReader(text: text)
    var at = start
    while at < text.count, text.base[at].isWord {
      let (hash, wordEnd) = reader.word(at: at)
      if wordEnd > at, let phrase = values.phrases.phrase(reader, hash, end: wordEnd) {
        add(Leak(.value(phrase.kind), form, at: place(at)))
      }
      if text.base[at].isDigit { lookForPhone(text, at: at, form, place) }
      at = max(wordEnd, at + 1)
      // What is left of a sign begins no word.
      while wordEnd < at, at < text.count, text.base[at] & 0xC0 == 0x80 { at += 1 }
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
