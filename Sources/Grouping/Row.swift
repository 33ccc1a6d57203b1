/// Values one behind another that a grouper keeps for itself: emptied at no cost and filled again for the next party.
/// Nobody else can hold them, so that writing one need not ask whether anybody does, as an array's must.
struct Row<Element: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private var capacity = 16
  private(set) var count = 0

  init() { base = .allocate(capacity: capacity) }

  deinit { base.deallocate() }
}

extension Row {
  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      check(index)
      return base[index]
    }
    _modify {
      check(index)
      yield &base[index]
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: capacity * 2) }
    (base + count).initialize(to: element)
    count &+= 1
  }

  mutating func removeAll() { count = 0 }
}

extension Row {
  @inline(__always)
  private func check(_ index: Int) { precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no such value") }

  private mutating func grow(to larger: Int) {
    let next = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    next.initialize(from: base, count: count)
    base.deallocate()
    (base, capacity) = (next, larger)
  }
}
