import Events
import Synchronization

/// Finds runs of 24 bytes and more of what people wrote. Case and the kind and number of blanks make no difference.
///
/// A filter knows the twelve bytes behind each place at which a text is looked into (`PlainText`), another those with
/// the six before or behind them: of any run of 24 bytes one of these lies in it. Where both know what stands at such a
/// place of a file, the bytes around it are looked up in the texts themselves, so that nothing is told that is not
/// there.
struct TextRuns: Sendable {
  static let block = 12
  static let more = 6
  static let least = 24

  private let blocks: BlockFilter
  /// None where it would take more memory than `wideMost`: every block that is known is looked up then.
  private let wide: BlockFilter?
  /// Blocks that the site itself says.
  private var own: Set<UInt64> = []
  private let store: EventStore
  /// Whose texts these are, as places in the store's parties; nil for everyone's.
  private let parties: [Int]?
  private let jobs: Int

  /// Bytes.
  private static let wideMost = 1 << 25

  /// - Parameters:
  ///   - parties: whose texts are meant, and of these what nobody else wrote; nil for everyone's.
  ///   - jobs: how many threads read the texts.
  init(of store: EventStore, parties: Set<Int>? = nil, allowing siteWords: [UInt8], jobs: Int) {
    self.store = store
    self.parties = parties?.sorted()
    self.jobs = jobs
    let words = TextRuns.words(for: store)
    let blocks = BlockFilter(words: words)
    let wide = words * 8 > TextRuns.wideMost ? nil : BlockFilter(words: words)
    TextReader(store, parties: self.parties, least: TextRuns.least, jobs: jobs).each { plain in
      plain.bytes.withUnsafeBytes { bytes in
        blocks.withBits { blocks in
          for place in plain.places { blocks.insert(TextRuns.hash(bytes, Int(place))) }
        }
        wide?.withBits { wide in
          for place in plain.places {
            TextRuns.eachWide(Int(place), bytes.count) { wide.insert(TextRuns.wideHash(bytes, $0)) }
          }
        }
      }
      return true
    }
    (self.blocks, self.wide) = (blocks, wide)
    var plain = PlainText()
    siteWords.withUnsafeBufferPointer { plain.set($0) }
    plain.bytes.withUnsafeBytes { bytes in
      for place in plain.places {
        let hash = TextRuns.hash(bytes, Int(place))
        if blocks.withBits({ $0.mayHold(hash) }) { own.insert(hash) }
      }
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

  /// The places of a text whose blocks the filters know, and the site does not say itself.
  func suspects(in plain: PlainText) -> [Int] {
    var found: [Int] = []
    plain.bytes.withUnsafeBytes { bytes in
      blocks.withBits { blocks in
        for place in plain.places {
          let hash = TextRuns.hash(bytes, Int(place))
          guard blocks.mayHold(hash), !own.contains(hash), mayGoOn(bytes, Int(place)) else { continue }
          found.append(Int(place))
        }
      }
    }
    return found
  }

  private func mayGoOn(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Bool {
    guard let wide else { return true }
    var goesOn = false
    wide.withBits { wide in
      TextRuns.eachWide(place, bytes.count) { goesOn = goesOn || wide.mayHold(TextRuns.wideHash(bytes, $0)) }
    }
    return goesOn
  }

  /// Which suspects do stand in a text. Reads all texts once, if there is anything to ask.
  func confirmed(_ suspects: Set<Suspect>) -> Set<Suspect> {
    guard !suspects.isEmpty else { return [] }
    let found = confirmed(suspects, in: parties)
    guard let parties, !found.isEmpty else { return found }
    let meant = Set(parties)
    return found.subtracting(confirmed(found, in: store.parties.indices.filter { !meant.contains($0) }))
  }

  private func confirmed(_ suspects: Set<Suspect>, in parties: [Int]?) -> Set<Suspect> {
    let asked = Dictionary(grouping: suspects) { suspect in
      suspect.context.withUnsafeBytes { TextRuns.hash($0, suspect.place) }
    }
    let all = Mutex<Set<Suspect>>([])
    TextReader(store, parties: parties, least: TextRuns.least, jobs: jobs).each { plain in
      var met: [Suspect] = []
      plain.bytes.withUnsafeBytes { bytes in
        for place in plain.places {
          let hash = TextRuns.hash(bytes, Int(place))
          guard let suspects = asked[hash] else { continue }
          met += suspects.filter { $0.stands(in: plain.bytes, at: Int(place)) }
        }
      }
      guard !met.isEmpty else { return true }
      return all.withLock { found in
        found.formUnion(met)
        return found.count < suspects.count
      }
    }
    return all.withLock { $0 }
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
  /// Calls with where eighteen bytes begin that hold a block, and lie in a text of so many bytes.
  @inline(__always)
  private static func eachWide(_ place: Int, _ count: Int, _ body: (Int) -> Void) {
    if place >= more { body(place - more) }
    if place + block + more <= count { body(place) }
  }

  /// Of a block: its bytes as two numbers, mixed.
  @inline(__always)
  private static func hash(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> UInt64 {
    let first = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
    return mixed(first, UInt64(bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt32.self)))
  }

  /// Of a block and six bytes more.
  @inline(__always)
  private static func wideHash(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> UInt64 {
    let last = bytes.loadUnaligned(fromByteOffset: start + 10, as: UInt64.self)
    return mixed(hash(bytes, start), last)
  }

  @inline(__always)
  private static func mixed(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let mixed = (first ^ second &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return (mixed ^ mixed >> 32) &* 0xD6E8_FEB8_6659_FD93
  }
}
