/// Which of a customer's pages shows which event.
public struct TimelinePlaces: Sendable {
  /// By page: what stands between the name of the customer's first page and its ending, `-2026-03-2`.
  let suffixes: [String]
  /// By event of the customer; empty where one page holds them all.
  let pages: [UInt16]
}

extension TimelinePlaces {
  /// - Parameter event: from 0, among the customer's.
  public func suffix(ofEvent event: Int) -> String { pages.indices.contains(event) ? suffixes[Int(pages[event])] : "" }
}
