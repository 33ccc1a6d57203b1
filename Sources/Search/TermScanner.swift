/// Cuts texts into terms: runs of letters and digits, folded; of scripts without spaces every two neighbours, and the
/// last of a run alone. One for each thread: its room is used again.
public struct TermScanner {
  /// In bytes: what is longer is no word that somebody would look for. Of names nothing is left out.
  public static let longest = 64
  /// Of a key, in scalars.
  public static let longestKey = 200

  private let folding = Folding.shared
  private var word: [UInt8] = []
  /// The bytes of the ideograph before this one; empty where there is none.
  private var previous: [UInt8] = []
  private var next: [UInt8] = []

  public init() {}
}

extension TermScanner {
  /// - Parameter emit: is given each term and its hash, as often as it stands there.
  public mutating func scan(
    _ text: UnsafeBufferPointer<UInt8>, longest: Int = TermScanner.longest,
    emit: (UnsafeBufferPointer<UInt8>, UInt32) -> Void
  ) {
    TermScanner.plain.withUnsafeBufferPointer { plain in
      var at = 0
      while at < text.count {
        let start = at
        var hash = TermScanner.seed
        var capitals: UInt8 = 0
        while at < text.count, case let byte = plain[Int(text[at])], byte > 1 {
          capitals |= byte ^ text[at]
          hash = TermScanner.hash(hash, byte)
          at += 1
        }
        let run = UnsafeBufferPointer(rebasing: text[start..<at])
        if at < text.count, text[at] >= 0x80 {
          setWord(run, plain)
          at = scanWide(text, from: at, longest, emit)
        } else if !run.isEmpty, run.count <= longest {
          // A word as it is mostly written needs no room of its own.
          if capitals == 0 {
            emit(run, hash)
          } else {
            setWord(run, plain)
            word.withUnsafeBufferPointer { emit($0, hash) }
          }
        }
        while at < text.count, plain[Int(text[at])] == 0 { at += 1 }
      }
    }
  }

  /// The terms of a text, each as often as it stands there.
  public static func terms(_ text: String) -> [String] {
    var scanner = TermScanner()
    var terms: [String] = []
    var text = text
    text.withUTF8 { bytes in
      scanner.scan(bytes, longest: .max) { term, _ in terms.append(String(decoding: term, as: UTF8.self)) }
    }
    return terms
  }

  /// A whole id or address as one term: folded, blanks as single spaces.
  public static func key(_ text: String) -> String {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars.prefix(longestKey) {
      if scalar.value <= 0x20 || scalar.value >= 0x80 && scalar.properties.isWhitespace {
        if bytes.last != 0x20 { bytes.append(0x20) }
      } else {
        Folding.shared.append(scalar, to: &bytes)
      }
    }
    let trimmed = bytes.drop { $0 == 0x20 }
    return String(decoding: trimmed.last == 0x20 ? trimmed.dropLast() : trimmed, as: UTF8.self)
  }

  public static func hash(of term: UnsafeBufferPointer<UInt8>) -> UInt32 {
    term.reduce(seed) { hash($0, $1) }
  }
}

extension TermScanner {
  private static var seed: UInt32 { 0x811C_9DC5 }

  @inline(__always)
  private static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 0x0100_0193 }

  /// By byte: its lower case where it is a letter or digit, else 0; 1 where a longer character begins.
  private static let plain: [UInt8] = (0..<256).map { code in
    switch UInt8(code) {
    case 0x30...0x39, 0x61...0x7A: UInt8(code)
    case 0x41...0x5A: UInt8(code) + 0x20
    case 0x80...: 1
    default: 0
    }
  }

  private mutating func setWord(_ run: UnsafeBufferPointer<UInt8>, _ plain: UnsafeBufferPointer<UInt8>) {
    word.removeAll(keepingCapacity: true)
    for byte in run { word.append(plain[Int(byte)]) }
  }

  /// Goes on with a word in which not all letters are plain, up to the next separator.
  private mutating func scanWide(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ longest: Int,
    _ emit: (UnsafeBufferPointer<UInt8>, UInt32) -> Void
  ) -> Int {
    var at = start
    scan: while at < text.count {
      let (scalar, count) = text.scalar(at: at)
      let kind = folding.kind(of: scalar)
      switch kind {
      case .separator: break scan
      case .nothing: break
      case .letter:
        if !previous.isEmpty { give(&previous, longest, emit) }
        folding.append(scalar, to: &word)
      case .ideograph:
        if !word.isEmpty { give(&word, longest, emit) }
        folding.append(scalar, to: &next)
        if !previous.isEmpty {
          previous += next
          give(&previous, longest, emit)
        }
        swap(&previous, &next)
      }
      at += count
    }
    if !previous.isEmpty { give(&previous, longest, emit) }
    if !word.isEmpty { give(&word, longest, emit) }
    return max(at, start + 1)
  }

  private func give(
    _ term: inout [UInt8], _ longest: Int, _ emit: (UnsafeBufferPointer<UInt8>, UInt32) -> Void
  ) {
    if term.count <= longest { term.withUnsafeBufferPointer { emit($0, TermScanner.hash(of: $0)) } }
    term.removeAll(keepingCapacity: true)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar that begins at a byte, and its bytes; U+FFFD for a byte that begins none.
  fileprivate func scalar(at index: Int) -> (Unicode.Scalar, Int) {
    let first = self[index]
    let count = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard count > 1 else { return (Unicode.Scalar(first), 1) }
    guard first >= 0xC2, index + count <= self.count else { return ("\u{FFFD}", 1) }
    var code = UInt32(first) & (0x7F >> UInt32(count))
    for offset in 1..<count {
      guard self[index + offset] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      code = code << 6 | UInt32(self[index + offset] & 0x3F)
    }
    return Unicode.Scalar(code).map { ($0, count) } ?? ("\u{FFFD}", 1)
  }
}
