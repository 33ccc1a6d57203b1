/// Digits in groups as people write them, `+49 (0)30 / 123 45-67` or `4111 1111 1111 1111`: from a start, as far as the
/// groups are joined by few signs.
struct NumberShape {
  /// A group of digits, and the sign before it that joins it to the last; 0 where several do or a bracket is there.
  struct Group {
    var start: Int
    var end: Int
    var joint: UInt8
    var hasBracket = false

    var count: Int { end - start }
  }

  static let most = 12
  /// From the first sign that belongs to it: `+`, `(` or a digit.
  private(set) var start = 0
  /// `+` or `00` stands before the digits.
  private(set) var isInternational = false
  private(set) var groups: [Group] = []
  private(set) var digits = 0
  /// How long the groups are: five bits each, the last one's lowest.
  private var lengths: UInt64 = 0

  var end: Int { groups.last?.end ?? start }
  var hasBracket: Bool { groups.contains { $0.hasBracket } }
}

extension NumberShape {
  /// Reads the shape that begins at a sign. Shapes are read one after the other into the same room.
  mutating func read(_ text: TextBytes, from start: Int) {
    self.start = start
    groups.removeAll(keepingCapacity: true)
    (digits, lengths) = (0, 0)
    isInternational = text[start] == UInt8(ascii: "+")
    readGroups(text, from: isInternational ? start + 1 : start)
    guard let first = groups.first, !isInternational else { return }
    isInternational =
      first.count > 2 && text[first.start] == 0x30 && text[first.start + 1] == 0x30 && text[first.start + 2] > 0x30
  }

  /// Whether a shape that begins with a word may have four digits: tells fast of most numbers of texts that they are
  /// too short to be anything.
  @inline(__always)
  static func mayGoOn(_ text: TextBytes, _ word: Range<Int>) -> Bool {
    if word.count > 3 { return true }
    let next = text[word.upperBound + 1]
    return width(text, word.upperBound) > 0
      && (next.isDigit || next == UInt8(ascii: "(") || width(text, word.upperBound + 1) > 0 || next >= 0x80)
  }

  /// Lets the last group go.
  mutating func dropLast() {
    digits -= groups.removeLast().count
    lengths >>= 5
  }

  /// Whether a group of digits stands before the shape, joined to it as its own groups are.
  func goesOn(_ text: TextBytes) -> Bool {
    text.isDigit(start) && NumberShape.width(text, start - 1) == 1 && text.isDigit(start - 2)
  }

  /// Digits of a group as a number; of long ones the last.
  func number(_ group: Int, _ text: TextBytes) -> Int {
    (groups[group].start..<groups[group].end).reduce(0) { ($0 % 100_000_000) * 10 + text[$1].digit }
  }

  /// Whether the groups have these lengths, from the given one on, and none follow.
  func hasLengths(_ first: Int, _ second: Int, from: Int = 0) -> Bool {
    groups.count - from == 2 && lengths & 0x3FF == UInt64(first << 5 | second)
  }

  func hasLengths(_ first: Int, _ second: Int, _ third: Int, from: Int = 0) -> Bool {
    groups.count - from == 3 && lengths & 0x7FFF == UInt64(first << 10 | second << 5 | third)
  }

  /// Whether all groups are joined by the same sign, and by one of some, or there is one group only.
  @inline(__always)
  func isJoined(by isMeant: (UInt8) -> Bool) -> Bool {
    guard groups.count > 1 else { return true }
    let joint = groups[1].joint
    guard isMeant(joint) else { return false }
    for group in 2..<max(2, groups.count) where groups[group].joint != joint { return false }
    return true
  }
}

extension NumberShape {
  private mutating func readGroups(_ text: TextBytes, from start: Int) {
    var at = start
    var joint: UInt8 = 0
    while groups.count < NumberShape.most {
      let opens = text[at] == UInt8(ascii: "(")
      if opens { at += 1 }
      let end = text.end(from: at) { $0.isDigit }
      guard end > at, end - at <= 20, !opens || text[end] == UInt8(ascii: ")") else { return }
      groups.append(Group(start: at, end: end, joint: opens ? 0 : joint, hasBracket: opens))
      digits += end - at
      lengths = lengths << 5 | UInt64(end - at)
      let from = opens ? end + 1 : end
      (at, joint) = NumberShape.joint(text, from)
      guard at > from || opens, digits < 20 else { return }
    }
  }

  /// The signs between two groups: one, or a few that hold a blank; nothing where no digit or bracket follows.
  private static func joint(_ text: TextBytes, _ from: Int) -> (next: Int, sign: UInt8) {
    var at = from
    var sign: UInt8 = 0
    while at - from < 3 {
      let width = width(text, at)
      if width == 0 { break }
      sign = at == from ? (width == 2 ? 0x20 : text[at]) : 0
      at += width
    }
    let follows = text.isDigit(at) || text[at] == UInt8(ascii: "(") && text.isDigit(at + 1)
    return follows ? (at, sign) : (from, 0)
  }

  /// How many bytes a joining sign has: a blank (also a no-break one), dot, dash or stroke; 0 for none.
  private static func width(_ text: TextBytes, _ at: Int) -> Int {
    switch text[at] {
    case 0x20, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"): 1
    case 0xC2 where text[at + 1] == 0xA0: 2
    default: 0
    }
  }
}
