/// The values of a scanned record.
struct RecordFields: ~Copyable {
  let slots = SlotBuffer()
  /// The record's first byte.
  var base: UnsafePointer<UInt8>
  private var scratch = Scratch()

  init(base: UnsafePointer<UInt8>) { self.base = base }
}

extension RecordFields {
  @inline(__always)
  subscript(_ field: Int) -> Slot { slots.base[field] }

  /// The bytes between the quotes, as they stand.
  @inline(__always)
  func raw(_ field: Int) -> UnsafeBufferPointer<UInt8> {
    let slot = slots.base[field]
    return UnsafeBufferPointer(start: base + Int(slot.start), count: Int(slot.count))
  }

  /// The decoded text; valid until the next call.
  @inline(__always)
  mutating func text(_ field: Int) -> UnsafeBufferPointer<UInt8> {
    switch slots.base[field].form {
    case .escaped, .quoted: decoded(field)
    default: raw(field)
    }
  }

  private mutating func decoded(_ field: Int) -> UnsafeBufferPointer<UInt8> {
    let text = raw(field)
    let form = slots.base[field].form
    return scratch.hold { Slot.decode(text, form, to: &$0) }
  }

  /// Appends the decoded text of a field that is one.
  func append(_ field: Int, to bytes: inout [UInt8]) {
    if self[field].form.isText { Slot.decode(raw(field), self[field].form, to: &bytes) }
  }

  /// The decoded text, empty if the field is no text.
  func string(_ field: Int) -> String {
    var bytes: [UInt8] = []
    append(field, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The texts of an array, numbers as their digits.
  func strings(_ field: Int) -> [String] {
    self[field].form == .array ? JSONList.strings(raw(field)) : []
  }

  /// A neutral event's topics: an array, or in CSV what stands between bars.
  func topics(isCSV: Bool) -> [String] {
    let field = NeutralField.topics.slot
    return isCSV ? string(field).split(separator: "|").map(String.init) : strings(field)
  }
}

extension Slot {
  static func decode(_ text: UnsafeBufferPointer<UInt8>, _ form: Form, to bytes: inout [UInt8]) {
    switch form {
    case .escaped: JSONText.append(text, to: &bytes)
    case .quoted: CSVText.append(text, to: &bytes)
    default: bytes.append(contentsOf: text)
    }
  }
}
