import Files

/// The messages that some term names, numbered from the oldest: only these become documents.
public final class CitedMessages: Sendable {
  /// By number.
  private let keys: ScratchColumn<UInt64>
  /// By event; only those of cited messages mean anything.
  private let numbers: ScratchColumn<UInt32>

  /// - Parameters:
  ///   - terms: of all messages.
  ///   - events: how many there are.
  ///   - inMemory: how many bytes may lie in memory.
  init(_ terms: TermRun, events: Int, inMemory: Int) throws(FileError) {
    keys = ScratchColumn(inMemory: inMemory / 2)
    numbers = ScratchColumn(inMemory: inMemory / 2)
    if terms.count == 0 { return }
    var seen = [UInt64](repeating: 0, count: events / 64 + 1)
    var cursor = terms.cursor()
    while !cursor.isAtEnd {
      for place in 0..<cursor.kept {
        let key = cursor.key(place)
        let event = MessageKey.event(of: key)
        guard seen[event / 64] & 1 << (event % 64) == 0 else { continue }
        seen[event / 64] |= 1 << (event % 64)
        try keys.append(key)
      }
      cursor.next()
    }
    var sorted = keys.values
    sorted.sort()
    try numbers.resize(events)
    for (number, key) in keys.values.enumerated() { numbers[MessageKey.event(of: key)] = UInt32(number) }
  }
}

extension CitedMessages {
  public var count: Int { keys.count }

  /// The event of a document's number.
  public func event(_ number: Int) -> Int { MessageKey.event(of: keys[number]) }

  func number(of key: UInt64) -> Int { Int(numbers[MessageKey.event(of: key)]) }
}

/// A message as a number that sorts by its second, then by its event.
public enum MessageKey {
  /// - Parameter seconds: since the first event of all.
  public static func make(seconds: Int64, event: Int) -> UInt64 {
    UInt64(UInt32(clamping: seconds)) << 32 | UInt64(UInt32(truncatingIfNeeded: event))
  }

  static func event(of key: UInt64) -> Int { Int(key & 0xFFFF_FFFF) }
}
