import Diagnostics
import Pages
import Reports
import Synchronization

/// The authors' figures of one page, each made once: by the page's own thread when it comes to it, or before by one that
/// has nothing else to do. A figure does not depend on who makes it, and its mistake is told where it stands.
final class PageFigures: Sendable {
  private let slots: [(id: String, slot: FigureSlot)]
  private let make: @Sendable (String) throws(Diagnostics) -> Report?

  /// - Parameters:
  ///   - ids: in the page's order.
  ///   - make: makes the figure of an id.
  init(_ ids: [String], make: @escaping @Sendable (String) throws(Diagnostics) -> Report?) {
    slots = ids.map { ($0, FigureSlot()) }
    self.make = make
  }
}

extension PageFigures {
  func report(_ id: String) throws(Diagnostics) -> Report? {
    guard let slot = slots.first(where: { $0.id == id })?.slot else { return nil }
    _ = slot.take()
    return try slot.get { () throws(Diagnostics) in try make(id) }
  }

  /// Makes those that nobody has begun, the last first: the page's own thread comes from the other end.
  func help() {
    for (id, slot) in slots.reversed() where slot.take() {
      _ = try? slot.get { () throws(Diagnostics) in try make(id) }
    }
  }
}

/// Where a figure is put when it is made.
private final class FigureSlot: Sendable {
  private let isTaken = Atomic(false)
  private let made = Mutex<Result<Report?, Diagnostics>?>(nil)

  /// Whether nobody took it before.
  func take() -> Bool { !isTaken.exchange(true, ordering: .relaxed) }

  /// Waits if it is being made.
  func get(_ make: () throws(Diagnostics) -> Report?) throws(Diagnostics) -> Report? {
    try made.withLock { made in
      if let made { return made }
      let result = Result { () throws(Diagnostics) in try make() }
      made = result
      return result
    }.get()
  }
}
