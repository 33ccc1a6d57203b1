/// Puts placeholders in place of personal data in texts, `[email]`.
///
/// One walk over the bytes, which looks closer where a word, a digit, an `@`, a colon or a stroke stands. It holds room
/// that is used again from text to text: one a worker.
public struct Redactor {
  let rules: RedactionRules
  private let ibans = IBANScan()
  private var shape = NumberShape()
  private var findings = Findings()
  /// Of the person whose texts come, beside those of all.
  private var own = KnownPhrases()
  private let maskStarts: [Bool]
  /// By the kind's place, whether it is looked for.
  private let wanted: [Bool]

  public init(_ rules: RedactionRules) {
    self.rules = rules
    wanted = PersonalKind.allCases.map { rules.kinds.contains($0) }
    maskStarts = (0...255).map { byte in rules.masks.contains { $0.mayBegin(with: UInt8(byte)) } }
  }
}

extension Redactor {
  /// Tells whose texts come next: words of the name alone are looked for in them too.
  public mutating func begin(person name: String) {
    own = KnownPhrases()
    own.add(partsOf: name)
    own.seal()
  }

  /// What is personal in a text in UTF-8, in its order.
  public mutating func findings(in text: UnsafeBufferPointer<UInt8>) -> [Finding] {
    find(text)
    return findings.all
  }

  /// The same, in place of what an array held: its room is used again.
  public mutating func findings(in text: UnsafeBufferPointer<UInt8>, into found: inout [Finding]) {
    find(text)
    found.removeAll(keepingCapacity: true)
    found += findings.all
  }

  /// Appends a text without its personal data.
  public mutating func write(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    find(text)
    var from = 0
    for finding in findings.all {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[from..<finding.range.lowerBound]))
      bytes.append(contentsOf: finding.kind.placeholder.utf8)
      from = finding.range.upperBound
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[from...]))
  }

  /// Replaces a text by one without its personal data.
  public mutating func redact(_ text: inout [UInt8]) {
    var clean: [UInt8] = []
    text.withUnsafeBufferPointer { write($0, to: &clean) }
    if !findings.all.isEmpty { text = clean }
  }
}

extension Redactor {
  private mutating func find(_ bytes: UnsafeBufferPointer<UInt8>) {
    findings.clear()
    guard let base = bytes.baseAddress else { return }
    let text = TextBytes(base: base, count: bytes.count)
    var at = 0
    while at < text.count {
      let byte = text.base[at]
      if byte.isWord {
        at = word(text, at)
      } else if Redactor.isSign(byte) {
        at = sign(text, at, byte)
      } else {
        at += 1
      }
    }
  }

  /// Whether it is a sign at which `sign` looks.
  @inline(__always)
  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "+"), UInt8(ascii: "("), UInt8(ascii: "@"), UInt8(ascii: ":"), UInt8(ascii: "/"),
      UInt8(ascii: "?"):
      true
    default: false
    }
  }

  /// Looks at a sign that is no part of a word.
  /// - Returns: from where to go on.
  private mutating func sign(_ text: TextBytes, _ at: Int, _ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "+"), UInt8(ascii: "("):
      if text.isDigit(at + 1), let end = number(text, at) { return end }
    case _ where rules.knownAlone: break
    case UInt8(ascii: "@"):
      if let range = AddressScan.mail(text, at: at) { return add(.email, range, text) }
    case UInt8(ascii: ":"):
      if text[at + 1] == UInt8(ascii: "/"), text[at + 2] == UInt8(ascii: "/") {
        let start = LinkScan.schemeStart(text, colon: at)
        if start < at, let range = LinkScan.link(text, host: at + 3, start: start) { return add(.url, range, text) }
        return at + 3
      }
      if text[at + 1] == UInt8(ascii: ":"), !text.isWord(at - 1), let end = AddressScan.ipv6End(text, from: at) {
        return add(.ip, at..<end, text)
      }
    case UInt8(ascii: "/"), UInt8(ascii: "?"):
      if let start = LinkScan.hostStart(text, stroke: at), let range = LinkScan.link(text, host: start, start: start) {
        return add(.url, range, text)
      }
    default: break
    }
    return at + 1
  }

  /// Looks at a word.
  private mutating func word(_ text: TextBytes, _ at: Int) -> Int {
    let reader = WordReader(text: text)
    let (hash, wordEnd) = reader.word(at: at)
    let end = max(wordEnd, at + 1)
    if wordEnd > at, let phrase = phrase(reader, hash, end) {
      let phraseEnd = add(phrase.kind, at..<phrase.end, text)
      return end < phraseEnd ? phrases(reader, from: end, to: phraseEnd) : phraseEnd
    }
    let byte = text.base[at]
    if maskStarts[Int(byte)], let found = rules.masks.lazy.compactMap({ $0.end(text, from: at) }).first {
      return add(.order, at..<found, text)
    }
    if byte.isDigit, NumberShape.mayGoOn(text, at..<end), let found = number(text, at) { return found }
    if rules.knownAlone { return end }
    if end - at <= 4, text[end] == UInt8(ascii: ":"), byte.isHex, let found = AddressScan.ipv6End(text, from: at) {
      return add(.ip, at..<found, text)
    }
    if text.isDigit(at + 2), byte.isLetter, let found = ibans.end(text, from: at) {
      return add(.iban, at..<found, text)
    }
    // A mail address or link is found at its sign, but its parts may look like numbers: they are passed over as one.
    return end
  }

  /// Looks at the words of a phrase behind its first: another phrase may begin with one and reach further.
  /// - Returns: the end of the last.
  private mutating func phrases(_ reader: WordReader, from start: Int, to end: Int) -> Int {
    var (at, end) = (start, end)
    while at < end {
      let (hash, wordEnd) = reader.word(at: at)
      if wordEnd > at, let phrase = phrase(reader, hash, wordEnd), phrase.end > end {
        end = add(phrase.kind, at..<phrase.end, reader.text)
      }
      at = max(wordEnd, at + 1)
    }
    return end
  }

  @inline(__always)
  private func phrase(_ reader: WordReader, _ hash: PhraseHash, _ end: Int) -> (kind: PersonalKind, end: Int)? {
    if let found = rules.phrases.phrase(reader, hash, end: end) { return found }
    return own.isEmpty ? nil : own.phrase(reader, hash, end: end)
  }

  /// Looks at digits, `+` or `(` before them: what the longest run of groups from here is that is something.
  private mutating func number(_ text: TextBytes, _ at: Int) -> Int? {
    shape.read(text, from: at)
    while !shape.groups.isEmpty, shape.digits >= 4 {
      if !text.isWord(shape.end), let kind = kind(text) { return add(kind, shape.start..<shape.end, text) }
      shape.dropLast()
    }
    return nil
  }

  private func kind(_ text: TextBytes) -> PersonalKind? {
    if rules.knownAlone { return rules.phones.contains(shape, text) ? .phone : nil }
    if shape.isIPv4(text), text[shape.end] != UInt8(ascii: ".") || !text.isDigit(shape.end + 1) { return .ip }
    if shape.isSSN(text) { return .ssn }
    if shape.isCard(text) { return .card }
    if rules.phones.contains(shape, text) || shape.isPhone(text) { return .phone }
    return nil
  }

  private mutating func add(_ kind: PersonalKind, _ range: Range<Int>, _ text: TextBytes) -> Int {
    if wanted[kind.place] { findings.add(kind, range, in: text) }
    return range.upperBound
  }
}
