/// Finds the tags of a template's source and, of those that stand alone on a line, widens the range to the whole line.
///
/// Sections, inverted sections, their ends, partials and comments may stand alone, as in
/// https://mustache.github.io/mustache.5.html. A partial's indentation is dropped with its line and not repeated.
struct TagScanner {
  private let source: [UInt8]
  private(set) var tags: [Tag] = []
  private(set) var errors: [(offset: Int, error: TemplateError)] = []

  init(_ source: [UInt8]) {
    self.source = source
    var at = 0
    while let start = find("{{", from: at) { at = scanTag(at: start) }
  }
}

extension TagScanner {
  /// Reads the tag that begins at `start` and returns where to go on.
  private mutating func scanTag(at start: Int) -> Int {
    let isTriple = has("{{{", at: start)
    let inside = start + (isTriple ? 3 : 2)
    let isComment = !isTriple && inside < source.count && source[inside] == UInt8(ascii: "!")
    let closer: StaticString = isTriple ? "}}}" : "}}"
    guard let end = find(closer, from: inside), isComment || !holdsTag(inside..<end) else {
      errors.append((start, .unclosedTag))
      return inside
    }
    let range = start..<end + closer.utf8CodeUnitCount
    if isComment {
      add(.comment, name: "", range)
    } else {
      addNamed(String(decoding: source[inside..<end], as: UTF8.self), isTriple: isTriple, range)
    }
    return range.upperBound
  }

  private mutating func addNamed(_ content: String, isTriple: Bool, _ range: Range<Int>) {
    let trimmed = content.trimmingTagSpace
    if isTriple { return addChecked(.raw, trimmed, range) }
    guard trimmed.first != "=" else { return errors.append((range.lowerBound, .delimiterTag)) }
    guard let kind = trimmed.first.flatMap(Tag.Kind.init(sigil:)) else { return addChecked(.variable, trimmed, range) }
    addChecked(kind, trimmed.dropFirst().trimmingTagSpace, range)
  }

  private mutating func addChecked(_ kind: Tag.Kind, _ name: Substring, _ range: Range<Int>) {
    if name.isEmpty { return errors.append((range.lowerBound, .emptyTag)) }
    if name == "." { return errors.append((range.lowerBound, .implicitIterator)) }
    guard name.utf8.allSatisfy(isNameByte) else {
      return errors.append((range.lowerBound, .invalidName(String(name))))
    }
    add(kind, name: String(name), range)
  }

  private mutating func add(_ kind: Tag.Kind, name: String, _ range: Range<Int>) {
    let whole = kind == .variable || kind == .raw ? range : line(around: range) ?? range
    tags.append(Tag(kind: kind, name: name, range: whole, offset: range.lowerBound))
  }

  /// The line, with its end, of a tag that has nothing but spaces and tabs around it.
  private func line(around range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    while start > 0, isBlank(source[start - 1]) { start -= 1 }
    guard start == 0 || source[start - 1] == newline else { return nil }
    var end = range.upperBound
    while end < source.count, isBlank(source[end]) { end += 1 }
    if end < source.count, source[end] == carriageReturn { end += 1 }
    if end == source.count { return start..<end }
    return source[end] == newline ? start..<end + 1 : nil
  }
}

extension TagScanner {
  private func find(_ pattern: StaticString, from start: Int) -> Int? {
    var at = start
    while at + pattern.utf8CodeUnitCount <= source.count {
      if has(pattern, at: at) { return at }
      at += 1
    }
    return nil
  }

  private func has(_ pattern: StaticString, at start: Int) -> Bool {
    guard start + pattern.utf8CodeUnitCount <= source.count else { return false }
    return (0..<pattern.utf8CodeUnitCount).allSatisfy { source[start + $0] == pattern.utf8Start[$0] }
  }

  private func holdsTag(_ range: Range<Int>) -> Bool {
    range.contains { has("{{", at: $0) && $0 + 1 < range.upperBound }
  }
}

extension Tag.Kind {
  fileprivate init?(sigil: Character) {
    switch sigil {
    case "#": self = .section
    case "^": self = .inverted
    case "/": self = .close
    case ">": self = .partial
    case "&": self = .raw
    default: return nil
    }
  }
}

extension StringProtocol where SubSequence == Substring {
  fileprivate var trimmingTagSpace: Substring {
    let head = drop { $0.isWhitespace }
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return head[...last]
  }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")

private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

/// ASCII letters, digits and `_ - . /`.
private func isNameByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
  case UInt8(ascii: "."), UInt8(ascii: "/"): true
  default: false
  }
}
