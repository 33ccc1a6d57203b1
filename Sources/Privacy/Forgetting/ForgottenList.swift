import Events

/// Who is to be left out of every build, without telling who that is: of each id, mail address and telephone number
/// there is a keyed digest alone.
public struct ForgottenList: Sendable, Equatable {
  /// Tells whether a key is the one that the list was made with.
  private let mark: String
  public private(set) var entries: Set<Entry> = []

  /// A value of someone's, behind the key.
  public struct Entry: Sendable, Hashable {
    public var kind: ForgottenValue.Kind
    /// HMAC-SHA-256 in 64 hexadecimal digits.
    public var digest: String
  }

  /// An empty list.
  public init(key: PseudonymKey) { mark = ForgottenList.mark(of: key) }

  private init(mark: String) { self.mark = mark }
}

extension ForgottenList {
  /// - Returns: whether it was not there already.
  @discardableResult
  public mutating func add(_ value: ForgottenValue, key: PseudonymKey) -> Bool {
    entries.insert(ForgottenList.entry(value, key)).inserted
  }

  /// - Returns: whether it was there.
  @discardableResult
  public mutating func remove(_ value: ForgottenValue, key: PseudonymKey) -> Bool {
    entries.remove(ForgottenList.entry(value, key)) != nil
  }

  /// Whether this key made the list.
  public func isOf(_ key: PseudonymKey) -> Bool { mark == ForgottenList.mark(of: key) }

  /// Leaves out everyone with a value on the list; nobody at all under another key.
  public func omission(key: PseudonymKey) -> Omission {
    let entries = entries
    return Omission(readsPeople: entries.contains { $0.kind != .id }) { person in
      ForgottenValue.all(of: person).contains { entries.contains(ForgottenList.entry($0, key)) }
    }
  }

  private static func entry(_ value: ForgottenValue, _ key: PseudonymKey) -> Entry {
    Entry(kind: value.kind, digest: key.digest("forgotten " + value.kind.rawValue, value.text.utf8))
  }

  /// A part is enough to tell keys apart.
  private static func mark(of key: PseudonymKey) -> String {
    String(key.digest("forgotten", [] as [UInt8]).prefix(16))
  }
}

extension ForgottenList {
  private static let format = "triptych forgotten 1"

  /// A line for each entry, in an order that tells nothing of when each came.
  public var text: String {
    let lines = entries.map { "\($0.kind.rawValue) \($0.digest)" }.sorted()
    return ([ForgottenList.format, "key " + mark] + lines).map { $0 + "\n" }.joined()
  }

  /// What is wrong with a list's text.
  public struct Fault: Error, Equatable {
    /// From 1.
    public var line: Int
  }

  /// Reads what `text` wrote.
  public init(_ text: String) throws(Fault) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == ForgottenList.format[...] else { throw Fault(line: 1) }
    guard lines.count > 1, lines[1].hasPrefix("key "), ForgottenList.isHexadecimal(lines[1].dropFirst(4), 16) else {
      throw Fault(line: 2)
    }
    self.init(mark: String(lines[1].dropFirst(4)))
    for (number, line) in zip(3..., lines.dropFirst(2)) where !line.isEmpty {
      let parts = line.split(separator: " ")
      guard parts.count == 2, let kind = ForgottenValue.Kind(rawValue: String(parts[0])),
        ForgottenList.isHexadecimal(parts[1], 64)
      else { throw Fault(line: number) }
      entries.insert(Entry(kind: kind, digest: String(parts[1])))
    }
  }

  private static func isHexadecimal(_ text: Substring, _ count: Int) -> Bool {
    text.utf8.count == count && text.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }
  }
}
