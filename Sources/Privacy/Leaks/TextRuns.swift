import Events

/// Finds runs of 24 bytes and more of what people wrote. Case and the kind and number of blanks make no difference.
///
/// A filter knows the twelve bytes behind each place at which a text is looked into (`PlainText`). Where it knows those
/// behind such a place of a file, the bytes around it are looked up in the texts themselves, so that nothing is told
/// that is not there.
struct TextRuns: Sendable {
  static let block = 12
  static let least = 24

  /// Three bits of one word a block, of some thirty a block.
  private var filter: [UInt64]
  /// Blocks that the site itself says.
  private var own: Set<UInt64> = []
  private let store: EventStore
  /// Whose texts these are, as places in the store's parties; nil for everyone's.
  private let parties: Set<Int>?

  /// - Parameter parties: whose texts are meant, and of these what nobody else wrote; nil for everyone's.
  init(of store: EventStore, parties: Set<Int>? = nil, allowing siteWords: [UInt8]) {
    self.store = store
    self.parties = parties
    var filter = [UInt64](repeating: 0, count: TextRuns.words(for: store))
    var plain = PlainText()
    TextRuns.each(store, parties.map { $0.sorted() }, &plain) { plain in
      for place in plain.places {
        let hash = TextRuns.hash(plain.bytes, Int(place))
        filter[Int(hash >> 40) & (filter.count - 1)] |= TextRuns.bits(hash)
      }
      return true
    }
    self.filter = filter
    siteWords.withUnsafeBufferPointer { plain.set($0) }
    for place in plain.places {
      let hash = TextRuns.hash(plain.bytes, Int(place))
      if knows(hash) { own.insert(hash) }
    }
  }

  private static func words(for store: EventStore) -> Int {
    let bytes = store.summary.files.reduce(0) { $0 + $1.bytes }
    return 1 << max(6, Int.bitWidth - (bytes / (block * 8)).leadingZeroBitCount)
  }
}

extension TextRuns {
  /// A place of a file at which a run may stand.
  struct Suspect: Hashable, Sendable {
    /// What stands around the place, in plain writing.
    var context: [UInt8]
    /// The place in it.
    var place: Int

    init(_ plain: [UInt8], _ place: Int) {
      let from = max(0, place - TextRuns.block)
      context = Array(plain[from..<min(plain.count, place + TextRuns.least)])
      self.place = place - from
    }
  }

  /// The places of a text whose blocks the filter knows, and the site does not say itself.
  func suspects(in plain: PlainText) -> [Int] {
    var found: [Int] = []
    plain.bytes.withUnsafeBytes { bytes in
      filter.withUnsafeBufferPointer { filter in
        for place in plain.places {
          let hash = TextRuns.hash(bytes, Int(place))
          let bits = TextRuns.bits(hash)
          guard filter[Int(hash >> 40) & (filter.count - 1)] & bits == bits, !own.contains(hash) else { continue }
          found.append(Int(place))
        }
      }
    }
    return found
  }

  /// Which suspects do stand in a text. Reads all texts once, if there is anything to ask.
  func confirmed(_ suspects: Set<Suspect>) -> Set<Suspect> {
    guard !suspects.isEmpty else { return [] }
    let found = confirmed(suspects, in: parties.map { $0.sorted() })
    guard let parties, !found.isEmpty else { return found }
    return found.subtracting(confirmed(found, in: store.parties.indices.filter { !parties.contains($0) }))
  }

  private func confirmed(_ suspects: Set<Suspect>, in parties: [Int]?) -> Set<Suspect> {
    var open = Dictionary(grouping: suspects) { TextRuns.hash($0.context, $0.place) }
    var found: Set<Suspect> = []
    var plain = PlainText()
    TextRuns.each(store, parties, &plain) { plain in
      for place in plain.places {
        guard let suspects = open[TextRuns.hash(plain.bytes, Int(place))] else { continue }
        let met = suspects.filter { $0.stands(in: plain.bytes, at: Int(place)) }
        guard !met.isEmpty else { continue }
        found.formUnion(met)
        open[TextRuns.hash(plain.bytes, Int(place))] = suspects.filter { !found.contains($0) }
      }
      return found.count < suspects.count
    }
    return found
  }
}

extension TextRuns.Suspect {
  /// Whether a text says, around a place, a whole run of what stands around the suspect.
  fileprivate func stands(in text: [UInt8], at other: Int) -> Bool {
    var (before, behind) = (0, 0)
    while before < min(place, other), context[place - before - 1] == text[other - before - 1] { before += 1 }
    while place + behind < context.count, other + behind < text.count, context[place + behind] == text[other + behind] {
      behind += 1
    }
    return before + behind >= TextRuns.least
  }
}

extension TextRuns {
  /// Calls with each text of some parties, or of all, until it is enough.
  private static func each(
    _ store: EventStore, _ parties: [Int]?, _ plain: inout PlainText, _ body: (PlainText) -> Bool
  ) {
    var details = EventDetails()
    for party in parties ?? Array(store.parties.indices) {
      for event in store.events(of: store.parties[party]) {
        store.details(of: event, into: &details)
        for text in [details.text, details.subject] where text.count >= TextRuns.least {
          text.withUnsafeBufferPointer { plain.set($0) }
          if !body(plain) { return }
        }
      }
    }
  }

  @inline(__always)
  private func knows(_ hash: UInt64) -> Bool {
    let bits = TextRuns.bits(hash)
    return filter[Int(hash >> 40) & (filter.count - 1)] & bits == bits
  }

  /// Three bits of one word.
  @inline(__always)
  private static func bits(_ hash: UInt64) -> UInt64 {
    1 << (hash & 63) | 1 << (hash >> 6 & 63) | 1 << (hash >> 12 & 63)
  }

  /// Of a block: its bytes as two numbers, mixed.
  @inline(__always)
  private static func hash(_ plain: [UInt8], _ start: Int) -> UInt64 {
    plain.withUnsafeBytes { hash($0, start) }
  }

  @inline(__always)
  private static func hash(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> UInt64 {
    let first = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
    let second = UInt64(bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt32.self))
    let mixed = (first ^ second &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return (mixed ^ mixed >> 32) &* 0xD6E8_FEB8_6659_FD93
  }
}
