/// Room for one decoded value, with eight zero bytes behind it.
struct Scratch: ~Copyable {
  private var bytes: [UInt8] = []
  /// Nil until anything was held, as most have nothing to hold.
  private var base: UnsafeMutablePointer<UInt8>?
  private var capacity = 0

  deinit { base?.deallocate() }

  /// What `fill` appends, valid until the next call.
  mutating func hold(_ fill: (inout [UInt8]) -> Void) -> UnsafeBufferPointer<UInt8> {
    bytes.removeAll(keepingCapacity: true)
    fill(&bytes)
    let room = room(bytes.count + 8)
    bytes.withUnsafeBufferPointer { source in
      if let from = source.baseAddress { room.update(from: from, count: source.count) }
    }
    (room + bytes.count).initialize(repeating: 0, count: 8)
    return UnsafeBufferPointer(start: room, count: bytes.count)
  }

  private mutating func room(_ needed: Int) -> UnsafeMutablePointer<UInt8> {
    if let base, needed <= capacity { return base }
    base?.deallocate()
    capacity = max(64, needed * 2)
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    base = room
    return room
  }
}
