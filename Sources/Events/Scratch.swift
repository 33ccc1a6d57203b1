/// Room for one decoded value, with eight zero bytes behind it.
struct Scratch: ~Copyable {
  private var bytes: [UInt8] = []
  private var base: UnsafeMutablePointer<UInt8> = .allocate(capacity: 64)
  private var capacity = 64

  deinit { base.deallocate() }

  /// What `fill` appends, valid until the next call.
  mutating func hold(_ fill: (inout [UInt8]) -> Void) -> UnsafeBufferPointer<UInt8> {
    bytes.removeAll(keepingCapacity: true)
    fill(&bytes)
    if bytes.count + 8 > capacity {
      base.deallocate()
      capacity = (bytes.count + 8) * 2
      base = .allocate(capacity: capacity)
    }
    bytes.withUnsafeBufferPointer { source in
      if let from = source.baseAddress { base.update(from: from, count: source.count) }
    }
    (base + bytes.count).initialize(repeating: 0, count: 8)
    return UnsafeBufferPointer(start: base, count: bytes.count)
  }
}
