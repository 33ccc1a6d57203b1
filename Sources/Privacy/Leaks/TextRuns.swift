import Events

/// Finds runs of 24 bytes and more of texts that are kept from an audience.
///
/// Of each text every twelfth place begins a block of twelve bytes, and a filter knows the blocks of all texts: any run
/// of 23 bytes or more holds a whole block. Where the filter knows a block of a file, the 24 bytes around it are looked
/// up in the texts themselves, so that nothing is told that is not there. Case and the kind and number of blanks make
/// no difference.
struct TextRuns: Sendable {
  static let block = 12
  static let least = 24

  /// Two bits a block, of some sixteen a block.
  private var filter: [UInt64]
  /// Runs that the site itself says.
  private var own: Set<UInt64> = []
  private let store: EventStore

  init(of store: EventStore, allowing siteWords: [UInt8]) {
    self.store = store
    filter = [UInt64](repeating: 0, count: TextRuns.words(for: store))
    var details = EventDetails()
    for event in store.events {
      store.details(of: event, into: &details)
      for text in [details.text, details.subject] { add(TextRuns.plain(text)) }
    }
    let words = TextRuns.plain(siteWords)
    for start in stride(from: 0, through: words.count - TextRuns.block, by: 1) {
      own.insert(TextRuns.hash(words, start))
    }
  }

  private static func words(for store: EventStore) -> Int {
    let bytes = store.summary.files.reduce(0) { $0 + $1.bytes }
    return 1 << max(6, Int.bitWidth - (bytes / (block * 4)).leadingZeroBitCount)
  }
}

extension TextRuns {
  /// Small letters, and one blank for any number of signs that are not shown.
  static func plain(_ text: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    for byte in text {
      if byte > 0x20 {
        plain.append(byte.small)
      } else if plain.last != 0x20, !plain.isEmpty {
        plain.append(0x20)
      }
    }
    return plain
  }

  /// Where blocks begin that the filter knows, and the site does not say itself.
  func suspects(in plain: [UInt8]) -> [Int] {
    guard plain.count >= TextRuns.least else { return [] }
    var found: [Int] = []
    var start = 0
    while start + TextRuns.block <= plain.count {
      let hash = TextRuns.hash(plain, start)
      if knows(hash), !own.contains(hash) { found.append(start) }
      start += 1
    }
    return found
  }

  /// Which of some runs, each of `least` bytes, stand in a text. Reads all texts once.
  func confirmed(_ runs: Set<[UInt8]>) -> Set<[UInt8]> {
    guard !runs.isEmpty else { return [] }
    let byStart = Dictionary(grouping: runs) { TextRuns.hash($0, 0) }
    var found: Set<[UInt8]> = []
    var details = EventDetails()
    for event in store.events {
      store.details(of: event, into: &details)
      for text in [details.text, details.subject] where text.count >= TextRuns.least {
        let plain = TextRuns.plain(text)
        for start in stride(from: 0, through: plain.count - TextRuns.least, by: 1) {
          guard let runs = byStart[TextRuns.hash(plain, start)] else { continue }
          for run in runs where plain[start..<start + TextRuns.least].elementsEqual(run) { found.insert(run) }
        }
      }
    }
    return found
  }
}

extension TextRuns {
  private mutating func add(_ plain: [UInt8]) {
    guard plain.count >= TextRuns.least else { return }
    for start in stride(from: 0, through: plain.count - TextRuns.block, by: TextRuns.block) {
      let hash = TextRuns.hash(plain, start)
      filter[Int(hash >> 6) & (filter.count - 1)] |= TextRuns.bits(hash)
    }
  }

  @inline(__always)
  private func knows(_ hash: UInt64) -> Bool {
    let bits = TextRuns.bits(hash)
    return filter[Int(hash >> 6) & (filter.count - 1)] & bits == bits
  }

  /// Two bits of one word.
  @inline(__always)
  private static func bits(_ hash: UInt64) -> UInt64 { 1 << (hash & 63) | 1 << (hash >> 58) }

  /// Of a block: its bytes as two numbers, mixed.
  @inline(__always)
  private static func hash(_ plain: [UInt8], _ start: Int) -> UInt64 {
    plain.withUnsafeBytes { bytes in
      let first = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
      let second = UInt64(bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt32.self))
      let mixed = (first ^ second &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
      return mixed ^ mixed >> 29
    }
  }
}
