/// A query's text cut into tokens, as far as is needed to say what it is and where something stands in it
/// (https://www.sqlite.org/lang.html; comments and quotes as there).
struct QueryText {
  struct Token: Equatable {
    enum Kind { case word, text, mark }
    var kind: Kind
    var bytes: Range<Int>
  }

  private let bytes: [UInt8]
  /// Comments and spaces left out.
  let tokens: [Token]

  init(_ sql: String) {
    bytes = Array(sql.utf8)
    var scanner = TokenScanner(bytes)
    var tokens: [Token] = []
    while let token = scanner.next() { tokens.append(token) }
    self.tokens = tokens
  }
}

extension QueryText {
  /// A token in lower case, without the quotes around a name.
  func text(_ token: Token) -> String {
    let shown = String(decoding: bytes[token.bytes], as: UTF8.self).lowercased()
    guard let first = shown.first, "\"`[".contains(first) else { return shown }
    return String(shown.dropFirst().dropLast())
  }

  /// Where a name stands first, or its last part if it has several.
  func offset(of name: String) -> Int? {
    let wanted = name.lowercased()
    let last = String(wanted.split(separator: ".").last ?? "")
    return (tokens.first { text($0) == wanted } ?? tokens.first { $0.kind != .text && text($0) == last })?
      .bytes.lowerBound
  }

  /// Where `:name` stands first.
  func offset(ofParameter name: String) -> Int? {
    let marks = zip(tokens, tokens.dropFirst())
    return marks.first { text($0) == ":" && text($1) == name.lowercased() }?.0.bytes.lowerBound
  }

  /// Calls of some functions: the name's place, and the arguments that are a text in quotes, nil for others.
  func calls(of functions: [String]) -> [(name: String, offset: Int, arguments: [String?])] {
    tokens.indices.dropLast().compactMap { index in
      let name = text(tokens[index])
      guard functions.contains(name), tokens[index].kind == .word, text(tokens[index + 1]) == "(" else { return nil }
      return (name, tokens[index].bytes.lowerBound, arguments(from: index + 2))
    }
  }

  /// - Parameter start: the token behind the opening bracket.
  private func arguments(from start: Int) -> [String?] {
    var arguments: [[Token]] = [[]]
    var depth = 0
    for token in tokens[start...] {
      let word = text(token)
      if token.kind == .mark, word == ")" {
        if depth == 0 { break }
        depth -= 1
      }
      if token.kind == .mark, word == "(" { depth += 1 }
      if token.kind == .mark, word == ",", depth == 0 {
        arguments.append([])
      } else {
        arguments[arguments.count - 1].append(token)
      }
    }
    if arguments == [[]] { return [] }
    return arguments.map { $0.count == 1 && $0[0].kind == .text ? String(text($0[0]).dropFirst().dropLast()) : nil }
  }

  /// Every name and word in it.
  var words: Set<String> { Set(tokens.filter { $0.kind == .word }.map(text)) }
}

/// Steps from token to token.
private struct TokenScanner {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> QueryText.Token? {
    skipSpace()
    guard at < bytes.count else { return nil }
    let start = at
    let kind = take()
    return QueryText.Token(kind: kind, bytes: start..<at)
  }

  private mutating func skipSpace() {
    while at < bytes.count {
      if isSpace(bytes[at]) {
        at += 1
      } else if follows("--") {
        while at < bytes.count, bytes[at] != 0x0A { at += 1 }
      } else if follows("/*") {
        at += 2
        while at < bytes.count, !follows("*/") { at += 1 }
        at = min(at + 2, bytes.count)
      } else {
        return
      }
    }
  }

  private mutating func take() -> QueryText.Token.Kind {
    switch bytes[at] {
    case 0x27: takeQuoted(until: 0x27)
    case 0x22, 0x60: takeQuoted(until: bytes[at])
    case 0x5B: takeQuoted(until: 0x5D)
    case let byte where isWord(byte):
      while at < bytes.count, isWord(bytes[at]) { at += 1 }
      return .word
    default:
      at += 1
      return .mark
    }
    return bytes[at - 1] == 0x27 ? .text : .word
  }

  private mutating func takeQuoted(until end: UInt8) {
    at += 1
    while at < bytes.count {
      at += 1
      guard bytes[at - 1] == end else { continue }
      if at < bytes.count, bytes[at] == end { at += 1 } else { return }
    }
  }

  private func follows(_ mark: StaticString) -> Bool {
    at + 1 < bytes.count && bytes[at] == mark.utf8Start[0] && bytes[at + 1] == mark.utf8Start[1]
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x24, 0x80...: true
    default: false
    }
  }
}
