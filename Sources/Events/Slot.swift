/// Where a record keeps the value of a field: bytes relative to the record's start, and how they are written.
struct Slot {
  var start: UInt32
  var count: UInt32
  var form: Form

  enum Form: UInt8 {
    case absent, null
    /// Text that stands as it is; JSON text with escapes; CSV text with doubled quotes.
    case plain, escaped, quoted
    case integer, number, boolean
    case array, object

    @inline(__always)
    var isText: Bool { self == .plain || self == .escaped || self == .quoted }
  }

  @inline(__always)
  static var absent: Slot { Slot(start: 0, count: 0, form: .absent) }

  /// Neither a value nor an empty text.
  @inline(__always)
  var isMissing: Bool { form == .absent || form == .null || (form.isText && count == 0) }
}

/// One slot a field of a layout, reused from record to record.
struct SlotBuffer: ~Copyable {
  /// As many as a mask of fields has bits.
  static let capacity = 64
  let base = UnsafeMutablePointer<Slot>.allocate(capacity: SlotBuffer.capacity)

  init() { base.initialize(repeating: .absent, count: SlotBuffer.capacity) }

  @inline(__always)
  func clear(_ count: Int) {
    for i in 0..<count { base[i].form = .absent }
  }

  deinit { base.deallocate() }
}
