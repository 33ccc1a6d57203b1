import Glibc
import Time

/// An event as a reader hands it on: what `Event` holds, with the numbers of its batch.
struct ReadEvent {
  var milliseconds: Int64
  var actorID: UInt32
  var channel: UInt16
  /// The event's kind, and `PackedRecord.Mark`s.
  var kind: UInt8
  /// As the event's.
  var traits: UInt8
}

/// The same on its way to its customer's range, in 18 bytes: millions lie there at once. The customer's id, the
/// Conversation's and its own follow it; where a number or a text is too large for its field, or the brand is another
/// than the run's, `Wide` comes before them.
struct PackedRecord: BitwiseCopyable {
  /// The record's first byte, from that of its run.
  var offset: UInt32
  fileprivate var lowMilliseconds: UInt32
  fileprivate var highMilliseconds: Int16
  fileprivate var actorID: UInt16 = 0
  fileprivate var channel: UInt8 = 0
  /// As the event's.
  var kind: UInt8
  /// As the event's, and `Wide.mark`.
  fileprivate var traits: UInt8
  fileprivate var customerCount: UInt8 = 0
  fileprivate var conversationCount: UInt8 = 0
  fileprivate var idCount: UInt8 = 0

  /// What else is noted in the kind's high bits.
  enum Mark {
    static let kinds: UInt8 = 0x0F
    /// The record tells the customer's name, or address.
    static let tellsName: UInt8 = 0x10
    static let tellsEmail: UInt8 = 0x20
    /// The actor is the customer, by the customer's id.
    static let isOwn: UInt8 = 0x40
  }

  /// What few records need; it stands for the narrow fields.
  struct Wide: BitwiseCopyable {
    static let mark: UInt8 = 0x80
    var milliseconds: Int64
    var brand: UInt32
    var actorID: UInt32
    var customerCount: UInt32
    var conversationCount: UInt32
    var idCount: UInt32
    var channel: UInt16
  }
}

extension PackedRecord {
  typealias Text = UnsafeBufferPointer<UInt8>

  /// The texts that follow a record.
  struct Texts {
    var customer: Text
    var conversation: Text
    var id: Text

    var count: Int { customer.count + conversation.count + id.count }
  }

  private static let size = MemoryLayout<PackedRecord>.size
  /// A record's room without its texts, and what may be written past its end.
  static let mostWithoutTexts = size + MemoryLayout<Wide>.stride + 16

  /// Writes a record and what comes before its texts.
  /// - Returns: where its texts go.
  @inline(__always)
  static func write(
    _ event: ReadEvent, offset: UInt32, brand: UInt32, runBrand: UInt32, _ texts: Texts,
    to at: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    var record = PackedRecord(
      offset: offset, lowMilliseconds: UInt32(truncatingIfNeeded: event.milliseconds),
      highMilliseconds: Int16(truncatingIfNeeded: event.milliseconds >> 32), kind: event.kind, traits: event.traits)
    record.actorID = UInt16(truncatingIfNeeded: event.actorID)
    record.channel = UInt8(truncatingIfNeeded: event.channel)
    record.customerCount = UInt8(truncatingIfNeeded: texts.customer.count)
    record.conversationCount = UInt8(truncatingIfNeeded: texts.conversation.count)
    record.idCount = UInt8(truncatingIfNeeded: texts.id.count)
    if brand == runBrand, record.holds(event, texts) {
      at.storeBytes(of: record, as: PackedRecord.self)
      return at + size
    }
    record.traits |= Wide.mark
    at.storeBytes(of: record, as: PackedRecord.self)
    (at + size).storeBytes(of: Wide(event, brand, texts), as: Wide.self)
    return at + size + MemoryLayout<Wide>.stride
  }

  @inline(__always)
  private func holds(_ event: ReadEvent, _ texts: Texts) -> Bool {
    let counts = texts.customer.count | texts.conversation.count | texts.id.count
    return milliseconds == event.milliseconds && UInt32(actorID) == event.actorID && UInt16(channel) == event.channel
      && counts <= Int(UInt8.max)
  }

  @inline(__always)
  fileprivate var milliseconds: Int64 { Int64(highMilliseconds) << 32 | Int64(lowMilliseconds) }

  /// A record as it stands in a run.
  struct View {
    var offset: UInt32
    var event: ReadEvent
    var brand: UInt32
    var texts: Texts
    var next: UnsafeRawPointer

    /// - Parameter brand: the run's.
    @inline(__always)
    init(_ at: UnsafeRawPointer, brand: UInt32) {
      let record = at.loadUnaligned(as: PackedRecord.self)
      let isWide = record.traits & Wide.mark != 0
      let wide = isWide ? (at + size).loadUnaligned(as: Wide.self) : Wide(record, brand)
      offset = record.offset
      event = ReadEvent(
        milliseconds: wide.milliseconds, actorID: wide.actorID, channel: wide.channel, kind: record.kind,
        traits: record.traits & ~Wide.mark)
      self.brand = wide.brand
      var rest = at + size + (isWide ? MemoryLayout<Wide>.stride : 0)
      texts = Texts(
        customer: View.text(&rest, wide.customerCount), conversation: View.text(&rest, wide.conversationCount),
        id: View.text(&rest, wide.idCount))
      next = rest
    }

    @inline(__always)
    private static func text(_ rest: inout UnsafeRawPointer, _ count: UInt32) -> Text {
      defer { rest += Int(count) }
      return Text(start: rest.assumingMemoryBound(to: UInt8.self), count: Int(count))
    }
  }
}

extension PackedRecord.Wide {
  fileprivate init(_ event: ReadEvent, _ brand: UInt32, _ texts: PackedRecord.Texts) {
    self.init(
      milliseconds: event.milliseconds, brand: brand, actorID: event.actorID,
      customerCount: UInt32(texts.customer.count), conversationCount: UInt32(texts.conversation.count),
      idCount: UInt32(texts.id.count), channel: event.channel)
  }

  @inline(__always)
  fileprivate init(_ record: PackedRecord, _ brand: UInt32) {
    self.init(
      milliseconds: record.milliseconds, brand: brand, actorID: UInt32(record.actorID),
      customerCount: UInt32(record.customerCount), conversationCount: UInt32(record.conversationCount),
      idCount: UInt32(record.idCount), channel: UInt16(record.channel))
  }
}
