import HTML

/// Words with live numbers among them, which are filled in when the data is known. Words without one are one part.
public struct LiveContent<Words: Equatable & Sendable>: Equatable, Sendable {
  public enum Part: Equatable, Sendable {
    case words(Words)
    case live(Live)
  }

  /// In the order of reading.
  public private(set) var parts: [Part]

  public init(parts: [Part] = []) { self.parts = parts }

  public init(_ words: Words) { parts = [.words(words)] }
}

/// Rendered words.
public typealias LiveMarkup = LiveContent<Markup>
/// Plain words, not escaped: a title.
public typealias LiveText = LiveContent<String>

extension LiveContent {
  /// The live numbers, in the order of reading.
  public var lives: [Live] {
    parts.compactMap { if case .live(let live) = $0 { live } else { nil } }
  }

  public mutating func append(_ other: LiveContent) { parts += other.parts }

  /// Every part as words, in order.
  fileprivate func words<Failure: Error>(
    _ text: (Live) throws(Failure) -> Words
  ) throws(Failure) -> [Words] {
    var all: [Words] = []
    for part in parts {
      switch part {
      case .words(let words): all.append(words)
      case .live(let live): all.append(try text(live))
      }
    }
    return all
  }
}

extension LiveContent where Words == Markup {
  public var isEmpty: Bool { parts.allSatisfy { $0 == .words(Markup()) } }

  /// The markup with its numbers filled in.
  /// - Parameter text: a number as readers see it; it is escaped here.
  public func filled<Failure: Error>(_ text: (Live) throws(Failure) -> String) throws(Failure) -> Markup {
    let words = try words { (live: Live) throws(Failure) in Markup(escaping: try text(live)) }
    return words.count == 1 ? words[0] : Markup(trusted: words.flatMap(\.bytes))
  }

  /// What is there whatever the data: the markup without its numbers.
  public var fixed: Markup { filled { (_: Live) in "" } }
}

extension LiveContent where Words == String {
  public var isEmpty: Bool { parts.allSatisfy { $0 == .words("") } }

  /// The text with its numbers filled in, not escaped.
  public func filled<Failure: Error>(_ text: (Live) throws(Failure) -> String) throws(Failure) -> String {
    try words(text).joined()
  }

  /// What is there whatever the data: the text without its numbers.
  public var fixed: String { filled { (_: Live) in "" } }
}

extension LiveContent: ExpressibleByUnicodeScalarLiteral, ExpressibleByExtendedGraphemeClusterLiteral,
  ExpressibleByStringLiteral
where Words == String {
  public init(stringLiteral words: String) { self.init(words) }
}
