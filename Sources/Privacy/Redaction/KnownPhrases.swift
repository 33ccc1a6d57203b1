import Files

/// Words in a row that stand for someone: names, ids, mail addresses, words that the site names. Only hashes are kept.
///
/// A phrase is met in any case, with or without accents, and with up to three signs between its words.
public struct KnownPhrases: Sendable {
  /// In order: the hash of a phrase's words, but for the last byte, which is its kind's place in all kinds.
  private var entries: [UInt64] = []
  /// By the first bits of a hash, where its entry stands if there is one: two or so are looked at.
  private var places: [UInt32] = []
  /// One bit by the hash of a phrase's first word: most words of a text need one look.
  private var firsts = WordFilter()
  private var firstHashes: [UInt64] = []
  /// The same by the whole hash of phrases of one word, and by that of the first two words, three and so on of longer
  /// ones: of words that begin a phrase most are followed by another than the phrase's.
  private var openings = WordFilter()
  private var openingHashes: [UInt64] = []
  /// The same by the first letters of words, which is faster asked.
  private(set) var beginnings = OpeningFilter()
  private var beginningHashes: [UInt64] = []
  private var longest = 0

  public init() {}

  public var isEmpty: Bool { entries.isEmpty }
}

extension KnownPhrases {
  /// Adds a phrase; one without letter or digit is passed over.
  /// - Parameter least: letters and digits that it must have, counted in bytes.
  public mutating func add(_ phrase: String, _ kind: PersonalKind, least: Int = 3) {
    let words = KnownPhrases.words(of: phrase)
    guard !words.isEmpty, phrase.utf8.lazy.filter(\.isWord).count >= least else { return }
    insert(words, kind)
  }

  /// Adds a person's name, as it is and with its last part first, `O'Neill, Ada`.
  public mutating func add(name: String) {
    let parts = name.split(whereSeparator: \.isWhitespace).map { KnownPhrases.words(of: String($0)) }
      .filter { !$0.isEmpty }
    let words = parts.flatMap { $0 }
    guard words.count > 1 else { return add(name, .name) }
    insert(words, .name)
    guard parts.count > 1, let last = parts.last else { return }
    insert(last + parts.dropLast().flatMap { $0 }, .name)
    guard parts.count > 2 else { return }
    insert(parts[0] + last, .name)
    insert(last + parts[0], .name)
  }

  /// Adds each word of a person's name on its own. For one whose texts these are, and for the team: whoever is
  /// greeted by the first name is known.
  public mutating func add(partsOf name: String) {
    for part in name.split(whereSeparator: { $0.isWhitespace }) { add(String(part), .name) }
  }

  /// Is called once, when all is added.
  public mutating func seal() {
    firsts = WordFilter(firstHashes)
    openings = WordFilter(openingHashes)
    beginnings = OpeningFilter(beginningHashes)
    (firstHashes, openingHashes, beginningHashes) = ([], [], [])
    entries.sort()
    placeEntries()
  }

  /// Takes the phrases of one word out again that stand among some words. After `seal()`.
  mutating func remove(words: Set<PhraseHash>) {
    let phrases = Set(
      words.map { word in
        var hash = PhraseHash()
        hash.add(word)
        return hash.value & ~0xFF
      })
    entries.removeAll { phrases.contains($0 & ~0xFF) }
    placeEntries()
  }

  /// Takes the phrases out again that are among others. After `seal()` of both.
  mutating func remove(_ others: KnownPhrases) {
    let phrases = Set(others.entries.map { $0 & ~0xFF })
    entries.removeAll { phrases.contains($0 & ~0xFF) }
    placeEntries()
  }

  func digest(into builder: inout ContentDigestBuilder) {
    builder.add(UInt64(entries.count))
    for entry in entries { builder.add(entry) }
  }

  private mutating func insert(_ words: [Word], _ kind: PersonalKind) {
    var hash = PhraseHash()
    for (place, word) in words.enumerated() {
      hash.add(word.hash)
      if place > 0 || words.count == 1 { openingHashes.append(hash.value) }
    }
    beginningHashes.append(
      words.count == 1
        ? OpeningFilter.hash(words[0].letters) : OpeningFilter.hash(words[0].letters, words[1].letters))
    entries.append(hash.value & ~0xFF | UInt64(kind.place))
    firstHashes.append(words[0].hash.value)
    longest = max(longest, words.count)
  }

  /// A word of a phrase, and its first eight letters.
  private typealias Word = (hash: PhraseHash, letters: UInt64)

  private static func words(of phrase: String) -> [Word] {
    var phrase = phrase
    return phrase.withUTF8 { bytes in
      guard let base = bytes.baseAddress else { return [] }
      let reader = WordReader(text: TextBytes(base: base, count: bytes.count))
      var words: [Word] = []
      var at = 0
      while at < bytes.count {
        let (hash, letters, end) = reader.opening(at: at)
        if end > at { words.append((hash, letters)) }
        at = max(end, at + 1)
      }
      return words
    }
  }
}

extension KnownPhrases {
  /// The longest phrase that begins with a word which was read already.
  @inline(__always)
  func phrase(_ reader: WordReader, _ first: PhraseHash, end: Int) -> (kind: PersonalKind, end: Int)? {
    firsts.mayHold(first.value) ? longestPhrase(reader, first, end) : nil
  }

  /// Whether any of the phrases stands in a text.
  func stand(in text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      let reader = WordReader(text: TextBytes(base: base, count: bytes.count))
      var at = 0
      while at < bytes.count {
        let (hash, end) = reader.word(at: at)
        if end > at, phrase(reader, hash, end: end) != nil { return true }
        at = max(end, at + 1)
      }
      return false
    }
  }

  /// The word behind a few signs, on the same line.
  private func nextWord(_ reader: WordReader, _ end: Int) -> (PhraseHash, Int)? {
    var next = end
    var signs = 0
    while signs < 4, next < reader.text.count, reader.text[next] != 0x0A {
      let (word, wordEnd) = reader.word(at: next)
      if wordEnd > next { return signs > 0 ? (word, wordEnd) : nil }
      next += reader.signLength(at: next)
      signs += 1
    }
    return nil
  }

  private func longestPhrase(_ reader: WordReader, _ first: PhraseHash, _ firstEnd: Int) -> (PersonalKind, Int)? {
    var hash = PhraseHash()
    hash.add(first)
    var found = openings.mayHold(hash.value) ? kind(of: hash).map { ($0, firstEnd) } : nil
    var end = firstEnd
    for _ in 2...max(2, longest) {
      guard let (word, next) = nextWord(reader, end) else { break }
      hash.add(word)
      end = next
      if !openings.mayHold(hash.value) { break }
      if let kind = kind(of: hash) { found = (kind, end) }
    }
    return found
  }

  private func kind(of hash: PhraseHash) -> PersonalKind? {
    guard !entries.isEmpty else { return nil }
    let wanted = hash.value & ~0xFF
    let part = Int(truncatingIfNeeded: wanted >> shift)
    for place in Int(places[part])..<Int(places[part + 1]) where entries[place] & ~0xFF == wanted {
      return PersonalKind.allCases[Int(entries[place] & 0xFF)]
    }
    return nil
  }

  /// Parts of all hashes, as many as entries or fewer, a power of two.
  private var shift: UInt64 { UInt64(entries.count.leadingZeroBitCount + 1) }

  private mutating func placeEntries() {
    guard !entries.isEmpty else { return }
    places = [UInt32](repeating: 0, count: (1 << (64 - shift)) + 1)
    for entry in entries { places[Int(entry >> shift) + 1] += 1 }
    for part in places.indices.dropFirst() { places[part] += places[part - 1] }
  }
}
