import Glibc
import Time

/// An event on its way from the reader to its customer's range: what `Event` holds, and the texts that are given
/// numbers only there. The customer's id, the Conversation's and its own follow it.
struct PackedRecord: BitwiseCopyable {
  var milliseconds: Int64
  /// The record's first byte, from that of its run.
  var offset: UInt32
  var idCount: UInt32
  /// As the batch numbers it.
  var actorID: UInt32
  /// As the batch numbers it.
  var channel: UInt16
  /// The event's kind, and `Mark`s.
  var kind: UInt8
  /// As the event's, and `Wide.mark` if `Wide` comes before the texts.
  var traits: UInt8
  var customerCount: UInt16
  var conversationCount: UInt16

  /// What else is noted in the kind's high bits.
  enum Mark {
    static let kinds: UInt8 = 0x0F
    /// The record tells the customer's name, or address.
    static let tellsName: UInt8 = 0x10
    static let tellsEmail: UInt8 = 0x20
    /// The actor is the customer, by the customer's id.
    static let isOwn: UInt8 = 0x40
  }

  /// What few records need.
  struct Wide: BitwiseCopyable {
    static let mark: UInt8 = 0x80
    /// As the batch numbers it.
    var brand: UInt32
    var customerCount: UInt32
    var conversationCount: UInt32
  }
}

extension PackedRecord {
  typealias Text = UnsafeBufferPointer<UInt8>

  static let size = MemoryLayout<PackedRecord>.size
  /// A record's room without its texts, and what may be written past its end.
  static let mostWithoutTexts = size + MemoryLayout<Wide>.stride + 16

  /// A record as it stands in a run.
  struct View {
    var record: PackedRecord
    var brand: UInt32
    var customer: Text
    var conversation: Text
    var id: Text
    var next: UnsafeRawPointer

    @inline(__always)
    init(_ at: UnsafeRawPointer) {
      record = at.loadUnaligned(as: PackedRecord.self)
      var texts = at + PackedRecord.size
      var (customerCount, conversationCount) = (Int(record.customerCount), Int(record.conversationCount))
      brand = 0
      if record.traits & Wide.mark != 0 {
        let wide = texts.loadUnaligned(as: Wide.self)
        texts += MemoryLayout<Wide>.stride
        brand = wide.brand
        (customerCount, conversationCount) = (Int(wide.customerCount), Int(wide.conversationCount))
      }
      let start = texts.assumingMemoryBound(to: UInt8.self)
      customer = Text(start: start, count: customerCount)
      conversation = Text(start: start + customerCount, count: conversationCount)
      id = Text(start: start + customerCount + conversationCount, count: Int(record.idCount))
      next = texts + customerCount + conversationCount + Int(record.idCount)
    }
  }
}
