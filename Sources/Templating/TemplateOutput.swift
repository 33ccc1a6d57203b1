import HTML

/// What a rendering writes to: the room behind an array's bytes as long as that is enough, then memory of its own. A
/// template's pieces are many and short, so each is copied sixteen bytes at once wherever both sides have them.
struct TemplateOutput {
  private var base: UnsafeMutablePointer<UInt8>
  private(set) var count: Int
  private var capacity: Int
  private var isOwn = false

  /// - Parameters:
  ///   - room: the array's, with `count` bytes in it.
  init(_ room: UnsafeMutableBufferPointer<UInt8>, base: UnsafeMutablePointer<UInt8>, count: Int) {
    self.base = base
    self.count = count
    capacity = room.count
  }
}

extension TemplateOutput {
  /// What was written, if it went beyond the array's room: all of it, with what the array held before. The caller frees
  /// it.
  var own: UnsafeMutableBufferPointer<UInt8>? { isOwn ? UnsafeMutableBufferPointer(start: base, count: count) : nil }

  /// Appends bytes `start..<end` of a buffer.
  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    guard let source = bytes.baseAddress else { return }
    let length = end &- start
    if count &+ length &+ 16 > capacity { grow(by: length &+ 16) }
    if length <= 16, start &+ 16 <= bytes.count {
      let sixteen = UnsafeRawPointer(source + start).loadUnaligned(as: SIMD16<UInt8>.self)
      UnsafeMutableRawPointer(base + count).storeBytes(of: sixteen, as: SIMD16<UInt8>.self)
    } else {
      (base + count).update(from: source + start, count: length)
    }
    count &+= length
  }

  /// Appends bytes `start..<end` of a buffer, escaped.
  @inline(__always)
  mutating func append(escaping bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    guard let source = bytes.baseAddress else { return }
    if count &+ (end &- start) &+ 16 > capacity { grow(by: end &- start &+ 16) }
    var at = start
    while at < end {
      guard at &+ 8 <= bytes.count else { return append(escapingEach: source, at, end) }
      let eight = UnsafeRawPointer(source + at).loadUnaligned(as: UInt64.self)
      if SpecialBytes.mayBeMarkup(eight) { return append(escapingEach: source, at, end) }
      UnsafeMutableRawPointer(base + count).storeBytes(of: eight, as: UInt64.self)
      let length = min(8, end &- at)
      count &+= length
      at &+= length
    }
  }
}

extension TemplateOutput {
  private mutating func append(escapingEach source: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
    for at in start..<end {
      // The longest entity has six bytes.
      if count + 8 > capacity { grow(by: end - at + 8) }
      if SpecialBytes.isMarkup(source[at]) {
        let entity = SpecialBytes.entity(of: source[at])
        (base + count).update(from: entity.utf8Start, count: entity.utf8CodeUnitCount)
        count += entity.utf8CodeUnitCount
      } else {
        base[count] = source[at]
        count += 1
      }
    }
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    let larger = 2 * capacity + more
    let next = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    next.update(from: base, count: count)
    if isOwn { base.deallocate() }
    (base, capacity, isOwn) = (next, larger, true)
  }
}

extension [UInt8] {
  /// Appends what a rendering writes.
  /// - Parameter estimate: how many bytes that may be.
  mutating func render(estimate: Int, _ body: (inout TemplateOutput) -> Void) {
    var beyond: UnsafeMutableBufferPointer<UInt8>?
    let before = count
    append(addingCapacity: estimate) { (span: inout OutputSpan<UInt8>) in
      span.withUnsafeMutableBufferPointer { room, count in
        guard let base = room.baseAddress else { return }
        var output = TemplateOutput(room, base: base, count: count)
        body(&output)
        beyond = output.own
        if beyond == nil { count = output.count }
      }
    }
    guard let beyond, let first = beyond.baseAddress else { return }
    append(bytes: UnsafeBufferPointer(start: first + before, count: beyond.count - before))
    beyond.deallocate()
  }
}
